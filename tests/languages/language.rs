//! A language, and what its test does.

use std::fs;
use std::path::Path;

use ineo_codes_table::model::Table;
use serde_json::Value;

use crate::answers::answers;
use crate::questions::{Question, questions};
use crate::tables::{self, Exportable};
use crate::tools::{self, Missing, export};

/// A language that tables are exported to, and how it runs.
pub(crate) struct Language {
    /// The target of `ineo-codes export --to`.
    pub(crate) target: &'static str,
    /// The exported file in a table's folder.
    pub(crate) file: &'static str,
    /// The program that answers questions, and files beside it: written into each table's folder.
    pub(crate) driver: &'static [(&'static str, &'static str)],
    /// The tables, by name, that the language can't hold, and what the command says of them.
    pub(crate) refused: &'static [(&'static str, &'static str)],
    /// Whether the language has an answer to the question about a table.
    pub(crate) can_answer: fn(&Table, &Question) -> bool,
    /// Checks all exported files by the strict tools of the language, and runs the driver of each table.
    ///
    /// The folder has a folder for each table, with the exported file, the driver, and the questions in
    /// `questions.jsonl`: one JSON value in each line. The driver prints one in each line.
    pub(crate) run: fn(&Path, &[&str]) -> Result<Vec<Run>, Missing>,
}

/// What the driver of one table printed.
pub(crate) struct Run {
    /// What ran it, such as "Python 3.9".
    pub(crate) by: String,
    /// The table.
    pub(crate) table: String,
    /// What it printed.
    pub(crate) printed: String,
}

impl Language {
    /// Exports every table, has the language's tools check the files, and compares what they answer with the engine.
    ///
    /// # Panics
    ///
    /// Where they differ.
    pub(crate) fn answers_as_the_enum_does(&self) {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let mut names = Vec::new();
        for Exportable { name, text } in tables::all() {
            let table_folder = folder.path().join(&name);
            fs::create_dir(&table_folder).expect("a folder is made");
            let path = table_folder.join("table.toml");
            fs::write(&path, text).expect("the table is written");
            let exported = export(&path, self.target, &table_folder.join(self.file), &[]);
            if let Some((_, said)) = self.refused.iter().find(|(refused, _)| *refused == name) {
                let error = exported.expect_err("a table that the language can't hold is refused");
                assert!(error.contains(said), "of {name}, export says:\n{error}\nand not: {said}");
                fs::remove_dir_all(table_folder).expect("the folder is removed");
                continue;
            }
            exported.unwrap_or_else(|error| panic!("{name} can't be exported to {}:\n{error}", self.target));
            for (file, text) in self.driver {
                fs::write(table_folder.join(file), text).expect("a file is written");
            }
            let questions: Vec<String> =
                self.questions(&name).iter().map(|question| question.to_json().to_string()).collect();
            fs::write(table_folder.join("questions.jsonl"), questions.join("\n")).expect("a file is written");
            names.push(name);
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let runs = match (self.run)(folder.path(), &names) {
            Ok(runs) => runs,
            Err(missing) => return tools::skip(&format!("exports to {}", self.target), &missing),
        };
        assert!(runs.len() >= names.len(), "every table is asked");
        for run in runs {
            self.compare(&run);
        }
    }

    fn questions(&self, table: &str) -> Vec<Question> {
        let table = tables::read(table);
        questions(&table).into_iter().filter(|question| (self.can_answer)(&table, question)).collect()
    }

    fn compare(&self, Run { by, table, printed }: &Run) {
        let questions = self.questions(table);
        let expected = answers(&tables::read(table), &questions);
        let lines: Vec<&str> = printed.lines().collect();
        for ((question, expected), line) in questions.iter().zip(&expected).zip(&lines) {
            let asked = question.to_json();
            let answer: Value = serde_json::from_str(line).unwrap_or_else(|error| {
                panic!("{by} answers {asked} of {table} with {line}, which is not JSON: {error}")
            });
            assert_eq!(&answer, expected, "{by} answers {asked} of {table} otherwise than the enum");
        }
        assert_eq!(lines.len(), questions.len(), "{by} answers every question about {table}:\n{printed}");
    }
}
