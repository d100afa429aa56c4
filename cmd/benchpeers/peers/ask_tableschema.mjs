// Has tableschema read a file row by row, every cell cast and held against its
// constraints. A row that has faults comes as an error.
import { createReadStream, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const job = JSON.parse(process.argv[2])
const require = createRequire(join(process.cwd(), "ask.js"))
const { Table } = require("tableschema")
const { version } = require("tableschema/package.json")

const schema = JSON.parse(readFileSync(job.schema, "utf8"))
const table = await Table.load(() => createReadStream(job.path), { schema, delimiter: job.delimiter })
let rows = 0
let errors = 0
for await (const row of await table.iter({ forceCast: true })) {
  rows++
  if (row instanceof Error) errors++
}
console.log(JSON.stringify({ rows, errors, version }))
