//! What holds of every merge, for tables written in any style and texts of any letters.

use proptest::prelude::*;

use crate::Folder;

/// A row, and how it is written.
#[allow(clippy::struct_excessive_bools, reason = "each is independent of the others")]
#[derive(Debug, Clone)]
struct Row {
    texts: [String; 2],
    /// Instead of the messages: what a list says later.
    new_texts: [String; 2],
    aliases: usize,
    style: Style,
    is_reversed: bool,
    has_comments: bool,
    are_aliases_on_lines: bool,
    is_hexadecimal: bool,
}

#[derive(Debug, Clone, Copy)]
enum Style {
    Dotted,
    Inline,
    Literal,
    Section,
}

fn text() -> impl Strategy<Value = String> {
    // Everything that quotes, escapes and comments are made of, and letters of both directions.
    proptest::collection::vec(prop::sample::select("ab '\"\\#,{}[]=éی\u{200C}ک:%".chars().collect::<Vec<_>>()), 1..12)
        .prop_map(|chars| chars.into_iter().collect::<String>().trim().to_owned())
        .prop_filter("a message is not blank", |text: &String| text.contains(char::is_alphanumeric))
}

fn row() -> impl Strategy<Value = Row> {
    let style = prop::sample::select(vec![Style::Dotted, Style::Inline, Style::Literal, Style::Section]);
    ([text(), text()], [text(), text()], 0..3_usize, style, any::<[bool; 4]>()).prop_map(
        |(texts, new_texts, aliases, style, [is_reversed, has_comments, are_aliases_on_lines, is_hexadecimal])| Row {
            texts,
            new_texts,
            aliases,
            style,
            is_reversed,
            has_comments,
            are_aliases_on_lines,
            is_hexadecimal,
        },
    )
}

fn basic(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Row {
    fn write(&self, code: usize) -> String {
        let behind = if self.has_comments { " # \"kept\"" } else { "" };
        let number = if self.is_hexadecimal { format!("0x{code:X}") } else { code.to_string() };
        let aliases: Vec<String> = (0..self.aliases).map(|alias| format!("\"alias_{code}_{alias}\"")).collect();
        let aliases = if self.are_aliases_on_lines {
            format!("[\n  # above\n  {}\n]", aliases.join(", # behind\n  "))
        } else {
            format!("[{}]", aliases.join(", "))
        };
        let quoted = |text: &str| match self.style {
            Style::Literal if !text.contains('\'') => format!("'{text}'"),
            _ => basic(text),
        };
        let [en, fa] = self.texts.each_ref().map(|text| quoted(text));
        let mut lines = vec![format!("code = {number}{behind}"), format!("name = \"name_{code}\"{behind}")];
        if self.aliases > 0 {
            lines.push(format!("aliases = {aliases}{behind}"));
        }
        match self.style {
            Style::Dotted | Style::Literal => {
                lines.push(format!("message.en   = {en}{behind}"));
                lines.push(format!("message.fa={fa}{behind}"));
            }
            Style::Inline => lines.push(format!("message = {{fa={fa} , en = {en}}}{behind}")),
            Style::Section => {}
        }
        if self.is_reversed {
            lines.reverse();
        }
        if let Style::Section = self.style {
            lines.push(format!("[code.message]{behind}\n  en = {en}{behind}\n  fa = {fa}"));
        }
        format!("# above {code}\n[[code]]{behind}\n{}\n\n", lines.join("\n"))
    }
}

/// The table, and its line endings.
fn table(rows: &[Row], is_windows: bool) -> String {
    let rows: String = rows.iter().enumerate().map(|(code, row)| row.write(code)).collect();
    let text = format!("# head\n[table] # of codes\nlanguages = [\"en\", \"fa\"]\n\n{rows}# end\n");
    if is_windows { format!("\u{FEFF}{}", text.replace('\n', "\r\n")) } else { text }
}

/// A list of the rows, in another order, with the texts that `texts` chooses.
fn list(rows: &[Row], texts: impl Fn(&Row) -> &[String; 2]) -> String {
    let rows = rows.iter().enumerate().rev().map(|(code, row)| {
        let [en, fa] = texts(row).each_ref().map(|text| text.replace('"', "\"\""));
        format!("{code},name_{code},\"{en}\",\"{fa}\"\n")
    });
    format!("code,name,message.en,message.fa\n{}", rows.collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_merge_of_what_a_table_has_changes_nothing(
        rows in proptest::collection::vec(row(), 1..5),
        is_windows in any::<bool>(),
    ) {
        let folder = Folder::new();
        folder.write("t.toml", table(&rows, is_windows)).write("l.csv", list(&rows, |row| &row.texts));
        let own = folder.run(["import", "t.toml", "--into", "t.toml", "--check"]);
        prop_assert_eq!(own.status, Some(0), "its own rows: {}", own.err);
        let listed = folder.run(["import", "l.csv", "--into", "t.toml", "--check"]);
        prop_assert_eq!(listed.status, Some(0), "a list of them: {}", listed.err);
    }

    #[test]
    fn a_merge_and_one_back_leave_every_byte(
        rows in proptest::collection::vec(row(), 1..5),
        is_windows in any::<bool>(),
    ) {
        let folder = Folder::new();
        let before = table(&rows, is_windows);
        folder.write("t.toml", &before);
        folder.write("old.csv", list(&rows, |row| &row.texts)).write("new.csv", list(&rows, |row| &row.new_texts));
        let merge = |list: &str| {
            let ran = folder.run(["import", list, "--into", "t.toml"]);
            assert_eq!(ran.status, Some(0), "{}", ran.err);
            folder.read("t.toml")
        };
        let there = merge("new.csv");
        let again = merge("new.csv");
        prop_assert_eq!(&again, &there, "a merge done twice changes nothing");
        let fresh = folder.run(["import", "new.csv"]).out;
        folder.write("fresh.toml", &fresh);
        let texts = folder.run(["diff", "t.toml", "fresh.toml", "--format", "json"]).out;
        prop_assert!(!texts.contains("\"message.en\"") && !texts.contains("\"message.fa\""), "{}\n{}", texts, there);
        let back = merge("old.csv");
        // Quotes that can't hold a text become others, and stay.
        if rows.iter().all(|row| !matches!(row.style, Style::Literal)) {
            prop_assert_eq!(back, before);
        }
    }

    #[test]
    fn a_new_table_is_what_its_list_says(rows in proptest::collection::vec(row(), 1..5)) {
        let folder = Folder::new();
        folder.write("l.csv", list(&rows, |row| &row.texts));
        let made = folder.run(["import", "l.csv"]);
        prop_assert_eq!(made.status, Some(0), "{}", made.err);
        folder.write("t.toml", &made.out);
        let json = folder.run(["explain", "--table", "t.toml", "--format", "json"]).out;
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        for (code, row) in rows.iter().enumerate() {
            let of = json.as_array().expect("an array").iter().find(|of| of["code"] == code).expect("a row");
            prop_assert_eq!(&of["message"]["en"], row.texts[0].as_str());
            prop_assert_eq!(&of["message"]["fa"], row.texts[1].as_str());
        }
        // A table of its rows is the same table.
        let again = folder.run(["import", "t.toml"]);
        prop_assert_eq!(folder.read("t.toml"), again.out, "{}", again.err);
    }
}
