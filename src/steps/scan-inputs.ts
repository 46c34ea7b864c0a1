import * as inputs from './inputs.ts'

const { references, digest, inUse, fs, archive, report, platforms, bases, planFile, vex, epssFile } = inputs
const { trivyPath, trivyVersion, trivySha256, trivyMirror, trivyCacheDir, offline } = inputs
const { dbRepositories, javaDbRepositories, scanTimeout } = inputs
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs
const { caFile, cacheDir, summary, annotations } = inputs
const { sarifFile, codequalityFile, junitFile, jsonFile, markdownFile, containerScanningFile } = inputs
const { trivyReportFile, cyclonedxFile, spdxFile, trivyignoreFile, openvexFile } = inputs

/** What `scan` takes. */
export const scanInputs = {
  ...{ references, digest, inUse, fs, archive, report, platforms, bases, planFile, vex, epssFile },
  ...{ trivyPath, trivyVersion, trivySha256, trivyMirror, trivyCacheDir, offline },
  ...{ dbRepositories, javaDbRepositories, scanTimeout },
  ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
  ...{ caFile, cacheDir, summary, annotations },
  ...{ sarifFile, codequalityFile, junitFile, jsonFile, markdownFile, containerScanningFile },
  ...{ trivyReportFile, cyclonedxFile, spdxFile, trivyignoreFile, openvexFile },
}
