export { type Annotation, annotationsOf } from './annotations.ts'
export { inCode, inMarkdown, oneLine, withoutCommands } from './harmless.ts'
export { findingsTable, summaryOf } from './summary.ts'
export { type Sources, terminalFindings } from './terminal.ts'
