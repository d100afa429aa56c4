package sheet

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAppendNumber(t *testing.T) {
	for raw, want := range map[string]string{
		"0": "0", "12": "12", "-12": "-12", "12.5": "12.5", "0.5": "0.5", "-0.5": "-0.5", "-0": "0",
		"007": "7", "1.50": "1.5", "1.": "1", "12.0": "12",
		"2.1350238800019E+13": "21350238800019", "2.1350238800019001E13": "21350238800019", "-0.0": "0",
		"1E3": "1000", "1e-7": "0.0000001", "0.30000000000000004": "0.30000000000000004",
		"0.10000000000000001": "0.1", "12345678901234567": "12345678901234568",
		"n/a": "n/a", "1E999": "1E999", "NaN": "NaN", ".5": "0.5", "": "", "-": "-", "1.2.3": "1.2.3",
	} {
		if diff := cmp.Diff(want, string(appendNumber(nil, []byte(raw)))); diff != "" {
			t.Errorf("%q: %s", raw, diff)
		}
	}
}

func TestAppendSerial(t *testing.T) {
	for _, tt := range []struct {
		raw   string
		shape shape
		epoch bool
		want  string
	}{
		{"45322", date, false, "2024-01-31"},
		{"43860", date, true, "2024-01-31"},
		{"45322.354166666664", date, false, "2024-01-31T08:30:00"},
		{"45322.354166666664", dateTime, false, "2024-01-31T08:30:00"},
		{"45322", dateTime, false, "2024-01-31T00:00:00"},
		{"0.35416666666666669", timeOfDay, false, "08:30:00"},
		{"0", timeOfDay, false, "00:00:00"},
		{"0.35416666666666669", dateTime, false, "08:30:00"},
		{"1.5", duration, false, "36:00:00"},
		{"45322.9999999999", dateTime, false, "2024-02-01T00:00:00"},
		{"45322.000011574", dateTime, false, "2024-01-31T00:00:01"},
		{"45322.0000173611", dateTime, false, "2024-01-31T00:00:01.5"},
		{"1", date, false, "1900-01-01"},
		{"59", date, false, "1900-02-28"},
		{"60", date, false, "1900-02-29"},
		{"61", date, false, "1900-03-01"},
		{"0", date, false, "1900-01-00"},
		{"0", date, true, "1904-01-01"},
		{"2958465", date, false, "9999-12-31"},
		{"2958466", date, false, "2958466"},
		{"-1", date, false, "-1"},
		{"NaN", date, false, "NaN"},
		{"demain", date, false, "demain"},
	} {
		if diff := cmp.Diff(tt.want, string(appendSerial(nil, []byte(tt.raw), tt.shape, tt.epoch))); diff != "" {
			t.Errorf("%q %d: %s", tt.raw, tt.shape, diff)
		}
	}
}

func TestShapeOf(t *testing.T) {
	for id, want := range map[int]shape{0: quantity, 1: quantity, 4: quantity, 9: quantity, 14: date, 17: date, 20: timeOfDay, 22: dateTime, 27: date, 36: date, 45: timeOfDay, 46: duration, 47: timeOfDay, 49: quantity} {
		if diff := cmp.Diff(want, shapeOf(id, "")); diff != "" {
			t.Errorf("%d: %s", id, diff)
		}
	}
	for code, want := range map[string]shape{
		"General": quantity, "0.00": quantity, "#,##0.00 €": quantity, `0" jours"`: quantity, `# ##0\ "€";[Red]-# ##0\ "€"`: quantity,
		"0.00E+00": quantity, "@": quantity, "00000": quantity, "0%": quantity, `_-* #,##0.00\ _d`: quantity, "[Magenta]0": quantity,
		"dd/mm/yyyy": date, "d mmm": date, "mmmm": date, `[$-40C]d\ mmmm\ yyyy;@`: date, "YYYY-MM-DD": date, "m/d/yy": date,
		"dd/mm/yyyy hh:mm": dateTime, "yyyy-mm-ddThh:mm:ss": dateTime, "m/d/yy h:mm AM/PM": dateTime, "mm/yyyy hh:mm": dateTime,
		"hh:mm": timeOfDay, "mm:ss": timeOfDay, "h:mm AM/PM": timeOfDay, "mm:ss.0": timeOfDay, "hh:mm:ss;@": timeOfDay,
		"[h]:mm": duration, "[hh]:mm:ss": duration, "[mm]:ss": duration, `"d" 0`: quantity, `[h`: duration, `"`: quantity, `\`: quantity, "": quantity,
	} {
		if diff := cmp.Diff(want, shapeOf(200, code)); diff != "" {
			t.Errorf("%q: %s", code, diff)
		}
	}
}

func TestAppendUnescaped(t *testing.T) {
	for raw, want := range map[string]string{
		"a_x000D_b": "a\rb", "a_x000A_": "a\n", "_x005F_x000D_": "_x000D_", "_x0000_": "_x0000_", "_xD800_": "_xD800_",
		"_x00": "_x00", "_x00E9_t_x00e9_": "été", "_xyz12_": "_xyz12_", "": "", "_x_x0041_": "_xA",
	} {
		if diff := cmp.Diff(want, string(appendUnescaped(nil, []byte(raw)))); diff != "" {
			t.Errorf("%q: %s", raw, diff)
		}
	}
}

func TestAppendDuration(t *testing.T) {
	for raw, want := range map[string]string{
		"PT08H30M00S": "08:30:00", "PT30H00M00S": "30:00:00", "P1DT2H": "26:00:00", "PT0S": "00:00:00", "PT00H00M01.5S": "00:00:01.5",
		"P1D": "P1D", "": "", "P": "P", "T1H": "T1H", "PT1X": "PT1X", "PTH": "PTH", "PT99999999999999999999H": "PT99999999999999999999H",
	} {
		if diff := cmp.Diff(want, string(appendDuration(nil, []byte(raw)))); diff != "" {
			t.Errorf("%q: %s", raw, diff)
		}
	}
}

func TestNames(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", maxColumns - 1: "XFD"} {
		if diff := cmp.Diff(want, columnName(column)); diff != "" {
			t.Error(diff)
		}
		if got := columnOf([]byte(want+"12"), 7); got != column {
			t.Errorf("%s is column %d, not %d", want, got, column)
		}
	}
	if got := columnOf([]byte("12"), 7); got != 7 {
		t.Errorf("a reference without letters is column %d", got)
	}
}
