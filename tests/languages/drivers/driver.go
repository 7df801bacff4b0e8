// Command driver answers questions about the exported table beside it.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"time"

	codes "example.com/tables/TABLE/codes"
)

type table struct {
	IsText        bool     `json:"is_text"`
	Languages     []string `json:"languages"`
	Columns       []string `json:"columns"`
	HasCategories bool     `json:"has_categories"`
	HasSuccess    bool     `json:"has_success"`
	HasHTTP       bool     `json:"has_http"`
}

func check(holds bool, what any) {
	if !holds {
		panic(what)
	}
}

// received is the code of a JSON value: a number, or a text in tables of texts.
func received(code string, isText bool) codes.StatusCode {
	value := code
	if isText {
		quoted, _ := json.Marshal(code)
		value = string(quoted)
	}
	return unmarshalled(value)
}

func unmarshalled(value string) (code codes.StatusCode) {
	if err := json.Unmarshal([]byte(value), &code); err != nil {
		panic(err)
	}
	return code
}

func written(code codes.StatusCode) string {
	if value := reflect.ValueOf(code); value.CanInt() {
		return strconv.FormatInt(value.Int(), 10)
	}
	return reflect.ValueOf(code).String()
}

// plain has integers as texts.
func plain(value reflect.Value) any {
	if value.CanInt() || value.CanUint() {
		return fmt.Sprint(value.Interface())
	}
	return value.Interface()
}

func call(code codes.StatusCode, method string, arguments ...string) []reflect.Value {
	var in []reflect.Value
	for _, argument := range arguments {
		in = append(in, reflect.ValueOf(argument))
	}
	return reflect.ValueOf(code).MethodByName(method).Call(in)
}

func has(code codes.StatusCode, method string) bool {
	return reflect.ValueOf(code).MethodByName(method).IsValid()
}

// method finds the method of a column, whatever the case of its letters.
func method(code codes.StatusCode, column string) string {
	wanted := strings.ReplaceAll(column, "_", "")
	of := reflect.TypeOf(code)
	for i := 0; i < of.NumMethod(); i++ {
		name := of.Method(i).Name
		if strings.EqualFold(name, wanted+"_") {
			return name
		}
	}
	for i := 0; i < of.NumMethod(); i++ {
		if name := of.Method(i).Name; strings.EqualFold(name, wanted) {
			return name
		}
	}
	panic("no method " + column)
}

func column(code codes.StatusCode, name string, languages []string) any {
	name = method(code, name)
	answer := call(code, name)
	isThere := len(answer) == 1 || answer[1].Bool()
	if !has(code, name+"In") {
		if !isThere {
			check(answer[0].IsZero(), name)
			return nil
		}
		return plain(answer[0])
	}
	texts := map[string]any{}
	for _, language := range languages {
		text := call(code, name+"In", language)
		check(text[1].Bool() == isThere, name)
		texts[language] = text[0].Interface()
	}
	if !isThere {
		return nil
	}
	check(answer[0].Interface() == texts[languages[0]], name)
	return texts
}

func meaning(code codes.StatusCode, table table) any {
	again, after := code.Retry()
	messages := map[string]any{}
	for _, language := range table.Languages {
		text := call(code, "MessageIn", language)
		check(text[1].Bool(), language)
		messages[language] = text[0].Interface()
	}
	check(len(messages) == 0 || code.Message() == messages[table.Languages[0]], code)
	check(code.Name() == code.Names()[0], code)
	columns := map[string]any{}
	for _, name := range table.Columns {
		columns[name] = column(code, name, table.Languages)
	}
	answer := map[string]any{
		"listed": code.Listed(), "names": code.Names(), "messages": messages, "category": nil, "success": nil,
		"retryable": again, "retry_after": nil, "http": nil, "columns": columns,
	}
	if table.HasCategories {
		answer["category"] = call(code, "Category")[0].String()
	}
	if table.HasSuccess {
		err, _ := call(code, "Err")[0].Interface().(error)
		answer["success"] = err == nil
		// The same code is the same error, and a code itself is none.
		again, _ := call(code, "Err")[0].Interface().(error)
		check(err == nil || errors.Is(err, again) && strings.HasPrefix(err.Error(), code.String()), code)
	}
	_, isError := any(code).(error)
	check(!isError, "a code is an error")
	if after != 0 {
		answer["retry_after"] = strconv.FormatInt(int64(after/time.Second), 10)
	}
	if table.HasHTTP {
		answer["http"] = call(code, "HTTPStatus")[0].Interface()
	}
	return answer
}

func main() {
	file, err := os.Open(os.Args[1])
	check(err == nil, err)
	var of table
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var question []json.RawMessage
		check(json.Unmarshal(lines.Bytes(), &question) == nil, lines.Text())
		var kind, asked string
		check(json.Unmarshal(question[0], &kind) == nil, lines.Text())
		if kind != "table" {
			check(json.Unmarshal(question[1], &asked) == nil, lines.Text())
		}
		var answer any
		switch kind {
		case "table":
			check(json.Unmarshal(question[1], &of) == nil, lines.Text())
			answer = texts(codes.StatusCodes())
		case "code":
			code := received(asked, of.IsText)
			check(written(code) == asked, asked)
			answer = meaning(code, of)
		case "text":
			quoted, _ := json.Marshal(asked)
			answer = meaning(unmarshalled(string(quoted)), of)
		case "named":
			answer = texts(codes.StatusCodesNamed(asked))
		case "shown":
			answer = received(asked, of.IsText).String()
		case "message":
			var language string
			check(json.Unmarshal(question[2], &language) == nil, lines.Text())
			text := call(received(asked, of.IsText), "MessageIn", language)
			if text[1].Bool() {
				answer = text[0].Interface()
			}
		default:
			panic(kind)
		}
		check(out.Encode(answer) == nil, lines.Text())
	}
	check(lines.Err() == nil, lines.Err())
}

func texts(codes []codes.StatusCode) []string {
	texts := []string{}
	for _, code := range codes {
		texts = append(texts, written(code))
	}
	return texts
}
