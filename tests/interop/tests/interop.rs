//! What the features bring, for tables of all kinds.

use ineo_codes::{Code, Integer, StatusCode, Text, codes};

#[codes("../fixtures/u8.toml")]
enum U8 {}
#[codes("../fixtures/u64.toml")]
enum U64 {}
#[codes("../fixtures/i8.toml")]
enum I8 {}
#[codes("../fixtures/i64.toml")]
enum I64 {}
#[codes("../fixtures/messages.toml")]
enum Messages {}
#[codes("../fixtures/meanings.toml")]
#[allow(non_camel_case_types, reason = "a raw name is one more case")]
enum r#type {}

#[codes("../fixtures/texts.toml")]
enum Texts {}

/// Calls a check that is generic over tables for each of them.
macro_rules! for_each_table {
    ($check:ident) => {
        $check::<StatusCode>("StatusCode");
        $check::<U8>("U8");
        $check::<U64>("U64");
        $check::<I8>("I8");
        $check::<I64>("I64");
        $check::<Messages>("Messages");
        $check::<r#type>("type");
    };
}

/// Some codes that `C` doesn't list, in all parts of its range.
fn unlisted<C: Code<Repr: Integer>>() -> impl Iterator<Item = C> {
    let (min, max): (i128, i128) = (C::Repr::MIN.into(), C::Repr::MAX.into());
    let numbers = (0..=64).map(move |step| min + (max - min) * step / 64);
    numbers.map(|number| number.to_string().parse::<C>().expect("it is in range")).filter(|code| !code.is_recognized())
}

/// What a schema says of codes and of what is none, by a validator.
#[track_caller]
fn check_schema<C: Code<Repr: Integer>>(schema: &serde_json::Value, title: &str)
where
    C::Repr: Into<serde_json::Value>,
{
    use serde_json::{Value, json};

    let validator = jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{error}: {schema:#}"));
    for code in C::ALL.iter().copied().chain(unlisted::<C>()) {
        let number: Value = code.code().into();
        assert!(validator.is_valid(&number), "{code}: {schema:#}");
    }
    // utoipa describes some integer types without their range.
    let has_range = schema["anyOf"][C::COUNT].get("minimum").is_some();
    let min = Into::<i128>::into(C::Repr::MIN);
    let below = serde_json::Number::from_i128(min - 1).map(Value::Number).filter(|_| has_range);
    for wrong in
        [json!("not a code"), json!(null), json!(0.5), json!([]), json!({}), json!(true)].into_iter().chain(below)
    {
        assert!(!validator.is_valid(&wrong), "{wrong}: {schema:#}");
    }
    let described = schema["anyOf"].as_array().unwrap_or_else(|| panic!("{schema:#}"));
    assert_eq!(described.len(), C::COUNT + 1, "the listed codes, and all others");
    for (code, described) in C::ALL.iter().zip(described) {
        assert_eq!(described["title"], code.name());
        assert_eq!(described["description"], code.message());
        let alone = jsonschema::draft202012::new(described).expect("a schema");
        for other in C::ALL {
            assert_eq!(alone.is_valid(&other.code().into()), other == code, "{described:#}");
        }
    }
    assert_eq!(schema.get("description").and_then(Value::as_str).unwrap_or_default(), title);
}

/// What a schema says of codes that are texts of up to 5 bytes, and of what is none.
#[track_caller]
fn check_schema_of_texts(schema: &serde_json::Value) {
    use serde_json::json;

    let validator = jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{error}: {schema:#}"));
    for code in Texts::ALL.iter().map(|code| code.code()).chain(["57P03", "x", ""].map(|text| Text::new(text).unwrap()))
    {
        assert!(validator.is_valid(&json!(code.as_str())), "{code}: {schema:#}");
    }
    for wrong in [json!("57P030"), json!(57014), json!(null)] {
        assert!(!validator.is_valid(&wrong), "{wrong}: {schema:#}");
    }
    for (code, described) in Texts::ALL.iter().zip(schema["anyOf"].as_array().expect("a list")) {
        assert_eq!((&described["title"], &described["description"]), (&json!(code.name()), &json!(code.message())));
        assert!(jsonschema::draft202012::new(described).expect("a schema").is_valid(&json!(code.code().as_str())));
    }
    assert_eq!(schema["anyOf"][Texts::COUNT]["maxLength"], 5);
}

mod json_schema {
    use schemars::{JsonSchema, schema_for};
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_json_schema_takes_every_code_and_describes_the_listed_ones() {
        fn check<C: Code<Repr: Integer> + JsonSchema>(name: &str)
        where
            C::Repr: Into<Value>,
        {
            assert_eq!(C::schema_name(), name);
            assert!(C::schema_id().ends_with(&format!("::{name}")), "{}", C::schema_id());
            let schema = schemars::SchemaGenerator::default().into_root_schema_for::<C>();
            let title = schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
            check_schema::<C>(schema.as_value(), &title);
        }
        for_each_table!(check);
    }

    #[test]
    fn a_json_schema_of_texts_takes_every_code() {
        check_schema_of_texts(schema_for!(Texts).as_value());
    }

    #[test]
    fn the_title_of_the_table_describes_the_whole() {
        let schema = schema_for!(StatusCode);
        assert_eq!(schema.get("description").and_then(Value::as_str), Some("Status codes of the i-neo web services"));
        assert_eq!(schema_for!(I8).get("description"), None);
    }

    #[test]
    fn several_tables_in_one_schema_are_told_apart() {
        #[derive(JsonSchema)]
        #[expect(dead_code, reason = "it is for its schema alone")]
        struct Answer {
            status: StatusCode,
            inner: Option<U8>,
            all: Vec<I64>,
        }
        let schema = schema_for!(Answer);
        let definitions = schema.get("$defs").and_then(Value::as_object).expect("codes are definitions");
        assert_eq!(definitions.keys().collect::<Vec<_>>(), ["I64", "StatusCode", "U8"]);
        let validator = jsonschema::draft202012::new(schema.as_value()).expect("a schema");
        assert!(validator.is_valid(&serde_json::json!({ "status": 404, "inner": 7, "all": [-1, 9] })));
        assert!(!validator.is_valid(&serde_json::json!({ "status": 404, "inner": 256, "all": [-1, 9] })));
    }
}

#[allow(unused_qualifications, reason = "utoipa's macro writes them")]
mod open_api {
    use serde_json::Value;
    use utoipa::openapi::{RefOr, Schema};
    use utoipa::{OpenApi, ToSchema};

    use super::*;

    #[test]
    fn an_open_api_schema_takes_every_code_and_describes_the_listed_ones() {
        fn check<C: Code<Repr: Integer> + ToSchema>(name: &str)
        where
            C::Repr: Into<Value>,
        {
            assert_eq!(<C as ToSchema>::name(), name);
            let RefOr::T(schema @ Schema::AnyOf(_)) = C::schema() else { panic!("{name}") };
            let schema = serde_json::to_value(schema).expect("a schema is JSON");
            let title = schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
            check_schema::<C>(&schema, &title);
        }
        for_each_table!(check);
    }

    #[test]
    fn an_open_api_schema_of_texts_takes_every_code() {
        check_schema_of_texts(
            &serde_json::to_value(<Texts as utoipa::PartialSchema>::schema()).expect("a schema is JSON"),
        );
    }

    #[test]
    fn a_code_is_a_component_of_a_document() {
        #[derive(ToSchema)]
        #[expect(dead_code, reason = "it is for its schema alone")]
        struct Answer {
            status: StatusCode,
        }
        #[derive(OpenApi)]
        #[openapi(components(schemas(Answer)))]
        struct Document;

        let document = serde_json::to_value(Document::openapi()).expect("a document is JSON");
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Answer"]["properties"]["status"]["$ref"], "#/components/schemas/StatusCode");
        assert_eq!(schemas["StatusCode"]["description"], "Status codes of the i-neo web services");
        check_schema::<StatusCode>(&schemas["StatusCode"], "Status codes of the i-neo web services");
    }
}

mod fuzzing {
    use arbitrary::{Arbitrary, Unstructured};

    use super::*;

    /// Bytes without a pattern, the same in every run: a xorshift generator.
    fn bytes() -> Vec<u8> {
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let words = std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_ne_bytes()
        });
        words.take(10_000).flatten().collect()
    }

    #[test]
    fn three_of_four_codes_are_listed_and_each_row_occurs() {
        fn check<C: Code<Repr: Integer> + for<'a> Arbitrary<'a>>(name: &str) {
            let bytes = bytes();
            let mut input = Unstructured::new(&bytes);
            let codes: Vec<C> = (0..2_000).map(|_| C::arbitrary(&mut input).expect("any input will do")).collect();
            assert!(!input.is_empty(), "there is input for all");
            let listed = codes.iter().filter(|code| code.is_recognized()).count();
            assert!((1_400..1_700).contains(&listed), "{name}: {listed} of 2000 are listed");
            assert!(C::ALL.iter().all(|code| codes.contains(code)), "{name}");
        }
        for_each_table!(check);
    }

    #[test]
    fn texts_are_listed_or_not_and_never_too_long() {
        let bytes = bytes();
        let mut input = Unstructured::new(&bytes);
        let codes: Vec<Texts> = (0..500).map(|_| Texts::arbitrary(&mut input).expect("any input will do")).collect();
        assert!(Texts::ALL.iter().all(|code| codes.contains(code)));
        let unlisted: Vec<_> = codes.iter().filter(|code| !code.is_recognized()).map(|code| code.code()).collect();
        assert!(unlisted.iter().any(|text| text.len() > 1), "{unlisted:?}");
    }

    #[test]
    fn a_code_needs_no_input_and_takes_no_more_than_it_says() {
        fn check<C: Code<Repr: Integer> + for<'a> Arbitrary<'a>>(name: &str) {
            assert_eq!(C::arbitrary(&mut Unstructured::new(&[])), Ok(C::ALL[0]), "{name}");
            let (least, most) = C::size_hint(0);
            let bytes = bytes();
            for start in 0..1_000 {
                let mut input = Unstructured::new(&bytes[start..]);
                let before = input.len();
                C::arbitrary(&mut input).expect("any input will do");
                let taken = before - input.len();
                assert!(
                    least <= taken && most.is_some_and(|most| taken <= most),
                    "{name}: {taken}, {least} to {most:?}"
                );
            }
        }
        for_each_table!(check);
    }
}
