// Asks the validators what they say of one file: node ask.cjs FOLDER FILE.
// FOLDER is where they are installed.
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const load = createRequire(path.join(path.resolve(process.argv[2]), 'package.json'));
const text = fs.readFileSync(process.argv[3], 'utf8');

const peers = {
  'check-geojson': () => load('@placemarkio/check-geojson').getIssues(text),
  geojsonhint: () => load('@mapbox/geojsonhint').hint(text, {}),
};

const answers = {};
for (const [name, ask] of Object.entries(peers)) {
  try {
    answers[name] = { issues: ask().map((i) => ({ message: i.message, advice: i.level === 'message' || undefined })) };
  } catch (e) {
    answers[name] = { crash: String(e) };
  }
}
process.stdout.write(JSON.stringify(answers));
