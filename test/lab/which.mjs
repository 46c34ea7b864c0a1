// Prints the path of one of the lab's tools, for shell scripts: node test/lab/which.mjs node24
import { readFileSync } from 'node:fs'
import { manifestFile } from './tools/cache.mjs'

const [name] = process.argv.slice(2)
const { tools } = JSON.parse(readFileSync(manifestFile(), 'utf8'))
if (tools[name] === undefined) throw new Error(`the lab has no ${name}: npm run lab`)
console.log(tools[name].path)
