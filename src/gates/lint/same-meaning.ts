/**
 * hadolint's rules that say what one of ours or of dockerfilelint's says: where both speak of one instruction, theirs
 * is left out.
 * @see https://github.com/hadolint/hadolint#rules
 */
export const hadolintTwins: Readonly<Record<string, readonly string[]>> = {
  DL3002: ['final-stage-root'],
  DL3004: ['dockerfilelint/sudo_usage'],
  DL3005: ['dockerfilelint/apt-get-dist-upgrade', 'dockerfilelint/apt-get-upgrade'],
  DL3006: ['base-untagged', 'base-unresolved', 'dockerfilelint/missing_tag'],
  DL3007: ['base-latest', 'base-latest-pinned', 'dockerfilelint/latest_tag'],
  DL3009: ['apt-leftovers', 'dockerfilelint/apt-get_missing_rm'],
  DL3011: ['dockerfilelint/invalid_port'],
  DL3014: ['dockerfilelint/apt-get_missing_param'],
  DL3015: ['dockerfilelint/apt-get_recommends'],
  DL3019: ['apk-leftovers', 'dockerfilelint/apkadd-missing_nocache_or_updaterm'],
  DL3023: ['dockerfile-invalid'],
  DL3024: ['dockerfile-invalid'],
  DL3026: ['base-not-allowed'],
  DL3032: ['yum-leftovers'],
  DL3036: ['yum-leftovers'],
  DL3040: ['yum-leftovers'],
  DL3042: ['pip-leftovers'],
  DL3043: ['dockerfile-invalid'],
  DL3061: ['dockerfile-invalid', 'dockerfilelint/from_first'],
  DL3064: ['secret-in-variable'],
  DL4000: ['dockerfilelint/deprecated_in_1.13'],
}
