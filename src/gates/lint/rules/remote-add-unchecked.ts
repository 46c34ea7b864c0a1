import { flagOf, placeOf } from '../dockerfile/index.ts'
import type { Rule } from '../rule.ts'
import { isRemote, transferOf } from '../transfer.ts'

export const remoteAddUnchecked: Rule = {
  id: 'remote-add-unchecked',
  summary: 'ADD fetches from the network without a checksum',
  reason:
    'What a URL gives today, it need not give tomorrow: the server, its owner or somebody between can put other bytes there, and they run in your image. A checksum or a commit makes the build stop instead.',
  level: 'warning',
  bad: 'FROM alpine:3.22\nADD https://example.com/tool.tar.gz /opt/',
  good: 'FROM alpine:3.22\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /opt/',
  fix: 'Add --checksum=sha256:… of the file; for a git repository, end the URL with #<commit>.',
  *check({ dockerfile }) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword !== 'ADD' || flagOf(instruction, 'checksum')) continue
      for (const { text, offset } of transferOf(instruction, dockerfile)?.sources ?? []) {
        if (!isRemote(text) || /#[0-9a-f]{40}(?::|$)/.test(text)) continue
        yield { ...placeOf(instruction, offset), message: `'${text.slice(0, 200)}' is fetched unchecked` }
      }
    }
  },
}
