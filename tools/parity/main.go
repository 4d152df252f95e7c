// Reads one JSON string a line and prints, a JSON array a line, what net/url makes of it:
//
//	["!", code, detail]                                                    where url.Parse refuses it
//	[scheme, opaque, user, password, host, port, path, rawQuery, pairs, queryProblem, fragment]
//
// user and password are null where there is none. pairs are [name, value...] in the order of names.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "--version" {
		fmt.Println(runtime.Version())
		return
	}
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		var text string
		if err := json.Unmarshal([]byte(line), &text); err != nil {
			panic(err)
		}
		// SetEscapeHTML keeps "&", "<" and ">" readable in the recorded table.
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(read(text)); err != nil {
			panic(err)
		}
	}
}

func read(text string) []any {
	parsed, err := url.Parse(text)
	if err != nil {
		code, detail := describe(err)
		return []any{"!", code, detail}
	}
	var user, password any
	if parsed.User != nil {
		user = parsed.User.Username()
		if value, ok := parsed.User.Password(); ok {
			password = value
		}
	}
	values, queryError := url.ParseQuery(parsed.RawQuery)
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	sort.Strings(names)
	pairs := [][]string{}
	for _, name := range names {
		pairs = append(pairs, append([]string{name}, values[name]...))
	}
	return []any{
		parsed.Scheme, parsed.Opaque, user, password, parsed.Hostname(), parsed.Port(),
		parsed.Path, parsed.RawQuery, pairs, queryError != nil, parsed.Fragment,
	}
}

// describe names the error as server/src/syntax/go-url.ts does, and gives the text that it is about.
func describe(err error) (string, string) {
	var escape url.EscapeError
	if errors.As(err, &escape) {
		return "escape", string(escape)
	}
	var host url.InvalidHostError
	if errors.As(err, &host) {
		return "host-character", string(host)
	}
	var whole *url.Error
	if errors.As(err, &whole) {
		err = whole.Err
	}
	message := err.Error()
	switch {
	case strings.Contains(message, "control character"):
		return "control-character", ""
	case strings.Contains(message, "missing protocol scheme"):
		return "scheme", ""
	case strings.Contains(message, "cannot contain colon"):
		return "colon", ""
	case strings.Contains(message, "missing ']'"):
		return "bracket", ""
	case strings.Contains(message, "invalid userinfo"):
		return "userinfo", ""
	case strings.HasPrefix(message, "invalid port "):
		quoted := strings.TrimSuffix(strings.TrimPrefix(message, "invalid port "), " after host")
		if port, err := strconv.Unquote(quoted); err == nil {
			return "port", port
		}
	}
	return message, ""
}
