// Has check-geojson judge a file: its errors are issues that it throws together.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const job = JSON.parse(process.argv[2])
const require = createRequire(join(process.cwd(), "ask.js"))
const { check } = require("@placemarkio/check-geojson")
const { version } = JSON.parse(readFileSync(join(process.cwd(), "node_modules/@placemarkio/check-geojson/package.json"), "utf8"))

let rows = 0
let errors = 0
try {
  rows = check(readFileSync(job.path, "utf8")).features.length
} catch (error) {
  errors = error.issues.length
}
console.log(JSON.stringify({ rows, errors, version }))
