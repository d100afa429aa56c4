package geojson

import "strings"

// hostile are texts that stand where an item should: what JSON forbids, what
// people write instead, and what is meant to do harm.
var hostile = []string{
	``, ` `, `null`, `true`, `1`, `-1.5e3`, `"x"`, `[]`, `[1,[2,{"a":3}]]`, `{}`, `{"a":1}`, `x`, `é`, `NaN`, `,`, `}`, `]`, `:`, `"`, `'a'`, `\`, "\x00", "\x1e",
	`{"type":"Feature"}`, `{"type":"Feature","properties":null,"geometry":null}`, `{"type":"Feature","properties":[1],"geometry":null}`,
	`{"type":"feature","properties":{},"geometry":null}`, `{"type":"Point","coordinates":[1,2]}`, `{"type":1,"properties":{},"geometry":null}`,
	`{"type":"FeatureCollection","features":[]}`, `{"properties":{"a":1},"geometry":null}`,
	feature(`"a":1,`), feature(`,"a":1`), feature(`"a":1,,"b":2`), feature(`"a" 1`), feature(`"a":`), feature(`"a"`), feature(`"a":1 "b":2`), feature(`a:1`), feature(`'a':'b'`),
	feature(`"a":NaN`), feature(`"a":-Infinity`), feature(`"a":+1`), feature(`"a":01`), feature(`"a":.5`), feature(`"a":1.`), feature(`"a":1e`), feature(`"a":0x1F`), feature(`"a":-`), feature(`"a":1,5`),
	feature(`"a":True`), feature(`"a":None`), feature(`"a":undefined`), feature(`"a":nullx`), feature(`"a":tru`),
	feature(`"a":"x` + "\n" + `y"`), feature("\"a\":\"x\ty\x00\""), feature(`"a":"\ud83d\ude00\n\u00E9"`), feature(`"a":"\ud83d"`), feature(`"a":"\ude00\ud83d"`), feature(`"a":"\ud83dx\u12"`), feature(`"a":"\x41\é"`), feature(`"a":"\u12G4"`),
	feature("\"a\":\"caf\xe9\""), feature("\"caf\xe9\":1"), feature("\"a\":{\"b\":\"\xff\"}"), feature(`"a":"x` + "\ufffd" + `"`),
	feature(`"a":1,"a":2`), feature(`"\u0061":1,"a":2`), feature(`"late":1,"late":2`), `{"type":"Feature","type":"Feature","id":1,"id":2,"x":1,"x":2,"properties":{"a":1},"properties":{"b":2},"geometry":null,"geometry":null,"bbox":[1],"bbox":[2]}`,
	feature(`/* c */ "a":1 // d` + "\n" + `,"b":2`), feature(`# "a"`), feature(`"a":1}`), feature(`"a":{"b":1`), feature(`"a":[1,2`), feature(`"a":[1,2}`), feature(`"a":{1]`), feature(`"a":[1 2]`), feature(`"a":[1,]`), feature(`"a":{"b":1,}`),
	feature(`"a":"x,"b":1`), feature(`"a":"x,` + "\n" + `"b":1`), feature(`"a":x","b":1`), feature(`"a":"Il dit "bonjour" à tous","b":1`), feature(`"a":"x"y"z"`), feature(`"a":"\"`), feature(`"a":"x\`),
	`{"type":"Feature","properties":{"a":1},` + point, `{"type":"Feature","properties":{"a":1`, `{"type":"Feature","properties":{"a":"x`, `{"type":"Feature","properties":{"a`, `{"type":`, `{"`, `{`,
	`"type":"Feature"}`, `{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]]}}`, `{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,NaN]}}`, `{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2}}`,
	`{"type":"Feature","properties":{"a":{"type":"Feature","properties":{}}},"geometry":null}`, `{"a":[{"type":"Feature"}, {"type":"Feature"}`,
	feature(`"a":` + strings.Repeat("[", 90) + strings.Repeat("]", 90)), feature(`"a":` + strings.Repeat("[", 200) + strings.Repeat("]", 200)), feature(`"a":` + strings.Repeat(`{"a":`, 150)), strings.Repeat("[", 300), strings.Repeat("}", 70), strings.Repeat(",", 70), strings.Repeat(" ", 200), strings.Repeat(`"`, 71), strings.Repeat(`{"`, 40), strings.Repeat("x", 150),
	"{\"\"\xc6{\"\":\"\"\"\"},\"geometry\":00", "\ufeff{}", "{}\ufeff", "\r\n\r\n", "\r", `{"a":"` + strings.Repeat("é", 80) + `"}`, feature(`"a":"` + strings.Repeat("\r\n", 50) + `"`),
}
