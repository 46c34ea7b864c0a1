import { fail, input, knownInputs } from './inputs.mjs'

knownInputs('registry', 'username', 'password', 'scope', 'ecr', 'logout', 'registry-auth')
for (const name of ['registry', 'username', 'password']) if (input(name) === '') fail(`${name} is empty`)
