// Has validateur-bal judge the addresses of a commune. It would ask the national
// address base for the identifier of the commune: here nobody answers.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

globalThis.fetch = async () => ({ ok: false, json: async () => ({ message: "no network" }) })

const job = JSON.parse(process.argv[2])
const require = createRequire(join(process.cwd(), "ask.js"))
const { validate } = require("@ban-team/validateur-bal")
const { version } = require("@ban-team/validateur-bal/package.json")

const { rows } = await validate(readFileSync(job.path), { profile: "1.4" })
console.log(JSON.stringify({ rows: rows.length, errors: rows.filter((row) => !row.isValid).length, version }))
