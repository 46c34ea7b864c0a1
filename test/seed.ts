import fc from 'fast-check'

// A CI run is a function of its commit; every other run explores with a seed of its own, which a failure prints.
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_121 })
