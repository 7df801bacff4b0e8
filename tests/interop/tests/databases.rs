//! Tables of your own in a database: diesel stores the enum itself, and sqlx stores a code that is a text.

#![allow(unused_qualifications, reason = "diesel's macros write them")]

use ineo_codes::codes;

mod with_diesel {
    use diesel::deserialize::{self, FromSql, FromSqlRow};
    use diesel::expression::AsExpression;
    use diesel::prelude::*;
    use diesel::serialize::{self, IsNull, Output, ToSql};
    use diesel::sql_types::SmallInt;
    use diesel::sqlite::{Sqlite, SqliteConnection, SqliteValue};

    use super::*;

    #[codes("../fixtures/i16.toml")]
    #[derive(AsExpression, FromSqlRow)]
    #[diesel(sql_type = SmallInt)]
    enum Answer {}

    impl FromSql<SmallInt, Sqlite> for Answer {
        fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
            <i16 as FromSql<SmallInt, Sqlite>>::from_sql(value).map(Self::from)
        }
    }

    impl ToSql<SmallInt, Sqlite> for Answer {
        fn to_sql<'b>(&'b self, output: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
            output.set_value(i32::from(self.code()));
            Ok(IsNull::No)
        }
    }

    #[test]
    fn codes_are_stored_and_read_listed_or_not() {
        let mut database = SqliteConnection::establish(":memory:").expect("a database");
        let select = |code: Answer| diesel::select(code.into_sql::<SmallInt>());
        for code in Answer::ALL.iter().copied().chain([i16::MIN, 5, i16::MAX].map(Answer::from)) {
            assert_eq!(select(code).get_result(&mut database), Ok(code));
            let number = diesel::select(code.into_sql::<SmallInt>().eq(code.code()));
            assert_eq!(number.get_result(&mut database), Ok(true), "it is the number that is stored");
        }
    }
}

mod with_sqlx {
    use sqlx::{Connection, FromRow, SqliteConnection};

    use super::*;

    #[codes("../fixtures/texts.toml")]
    enum State {}

    #[tokio::test(flavor = "current_thread")]
    async fn a_text_is_stored_and_read() {
        let mut database = SqliteConnection::connect("sqlite::memory:").await.expect("a database");
        let unlisted = State::try_from("57P03").expect("it is short");
        for code in State::ALL.iter().copied().chain([unlisted]) {
            let query = sqlx::query_scalar::<_, String>("SELECT ?").bind(code.code().as_str().to_owned());
            let stored = query.fetch_one(&mut database).await.expect("a row");
            assert_eq!(State::try_from(&*stored), Ok(code));
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_number_that_no_code_can_have_is_an_error() {
        #[derive(Debug, FromRow)]
        struct Row {
            #[sqlx(try_from = "u16")]
            code: ineo_codes::StatusCode,
        }
        let mut database = SqliteConnection::connect("sqlite::memory:").await.expect("a database");
        for (number, is_read) in [("0", true), ("65535", true), ("65536", false), ("-1", false), ("'not_found'", false)]
        {
            let query = format!("SELECT {number} AS code");
            let row = sqlx::query_as::<_, Row>(sqlx::AssertSqlSafe(query)).fetch_one(&mut database).await;
            assert_eq!(row.is_ok(), is_read, "{number}: {row:?}");
            assert!(row.is_err() || row.is_ok_and(|row| row.code.code().to_string() == number));
        }
    }
}
