/** The outputs that `writeReports` adds, for a step's definition. */
export const reportOutputs = {
  'findings-count': 'How many findings there are.',
  'sarif-file': 'Path of the SARIF report, if one was asked for.',
  'codequality-file': 'Path of the Code Quality report, if one was asked for.',
  'junit-file': 'Path of the JUnit report, if one was asked for.',
  'json-file': 'Path of the outcome as JSON, if it was asked for.',
} as const
