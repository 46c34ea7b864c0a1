// What every GitLab component takes, and how an input of a step is written there.

/** What every component takes. @param name of the job, where there is one job */
export function standardInputs({ stage, version, name, image = 'node:24-slim' }) {
  return {
    stage: { default: stage, description: name === undefined ? 'Stage of the jobs.' : 'Stage of the job.' },
    ...(name !== undefined && {
      'job-name': {
        default: name,
        regex: '^[A-Za-z0-9][A-Za-z0-9 _.:-]*$',
        description: 'Name of the job.',
      },
    }),
    'job-image': {
      default: image,
      description: 'Image to run in: any with Node 20.18.1 or later; name it by digest to pin it.',
    },
    command: {
      default: `npx --yes image-hygiene@${version}`,
      regex: '^[A-Za-z0-9@/._ -]+$',
      description: 'How to start image-hygiene: through npx, or the path of an installed one.',
    },
  }
}

export function variableOf(name) {
  return `IMAGE_HYGIENE_${name.toUpperCase().replaceAll('-', '_')}`
}

/** A list is a string with commas here: arrays cannot be put into a variable. */
export function inputOf({ type, help, options, default: value = '' }) {
  if (type === 'boolean') return { type: 'boolean', default: value === 'true', description: help }
  if (type === 'choice') return { options: [...options], default: value, description: help }
  if (type === 'number') return { regex: '^[0-9]*$', default: value, description: help }
  return { default: value.replaceAll('\n', ','), description: help }
}
