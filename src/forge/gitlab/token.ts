/** What a pipeline authenticates with. */
export interface GitLabToken {
  /** `job`: CI_JOB_TOKEN, which may read a little and write no branch and no merge request. */
  readonly kind: 'access' | 'job'
  readonly value: string
}
