package statuscode

import (
	"encoding/json"
	"errors"
	"testing"
)

// What a program in Go relies on, with i-neo's codes.
func TestUsage(t *testing.T) {
	for _, refused := range []string{`null`, `""`, `" 404"`, `"404x"`, `"0x194"`, `"not_found"`, `404.5`, `true`, `{}`, `99999999999999999999`} {
		var code StatusCode
		if err := json.Unmarshal([]byte(refused), &code); err == nil {
			t.Errorf("%s is read as %v", refused, code)
		}
	}
	var answer struct {
		Code  StatusCode  `json:"status_code"`
		Other *StatusCode `json:"other"`
	}
	if err := json.Unmarshal([]byte(`{"status_code": 70000, "other": null}`), &answer); err != nil || answer.Code != 70000 || answer.Other != nil {
		t.Error("a code outside of the table is lost", err, answer)
	}
	if written, _ := json.Marshal(StatusCodeNotFound); string(written) != "404" {
		t.Errorf("%s in JSON", written)
	}
	if err := StatusCodeSuccessfully.Err(); err != nil {
		t.Error("a success is an error:", err)
	}
	var asError StatusCodeError
	if err := StatusCodeNotFound.Err(); !errors.As(err, &asError) || asError.Code != StatusCodeNotFound || !errors.Is(err, StatusCodeError{Code: 404}) {
		t.Error("an error does not have its code")
	}
	if named := StatusCodesNamed("data_error"); len(named) != 2 {
		t.Error("a shared name is guessed:", named)
	}
	StatusCodeNotFound.Names()[0] = "changed"
	StatusCodeLanguages()[0] = "changed"
	if StatusCodeNotFound.Name() != "not_found" || StatusCodeLanguages()[0] != "en" {
		t.Error("a caller changes the table")
	}
}
