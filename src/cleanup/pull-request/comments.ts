import { inMarkdown } from '../../report/index.ts'
import { withState } from './marker.ts'

// What the tool says in a proposal besides its body: rarely, and once.

export const closingComment =
  'Nothing is left to delete, so this is closed. The next images that may go get a new one.'

const mark = '<!-- image-hygiene stopped -->'

/** The one comment when people did something that no refresh can carry along. */
export function stoppingComment(why: string): { readonly mark: string; readonly text: string } {
  return {
    mark,
    text: [
      `This is not refreshed any more: ${inMarkdown(why)}.`,
      '',
      'Nobody’s commit is overwritten. To go on, undo that edit: lines of the plan may be deleted, or changed to `"action":"keep"`, and nothing else. Or close this and delete its branch.',
      '',
      mark,
    ].join('\n'),
  }
}

/** The body with a line on top that says it is out of date; a refresh writes the whole body anew. */
export function withStoppedBanner(body: string, why: string): string {
  return `> **Not refreshed any more:** ${inMarkdown(why)}\n\n${withState(body, 'stopped')}`
}
