//! Tables in modules where every name that generated code could use means something else.

#![allow(dead_code, unused_macros, missing_docs, reason = "what shadows is there to be in the way")]

pub mod core {
    //! At the root of the crate.
}

pub mod std {
    //! At the root of the crate.
}

pub mod ineo_codes {
    //! At the root of the crate.
}

pub mod types {
    //! Crates, types, traits, variants and macros.

    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod ineo_codes {}
    pub mod option {}
    pub mod primitive {}

    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct Duration;
    pub struct Formatter;
    pub struct Ordering;
    pub struct Unrecognized;
    pub struct Code;
    pub struct Retry;
    pub struct Category;
    pub struct StatusCode;
    pub struct Column;
    pub struct Rows;
    pub struct Serialize;
    pub struct Deserialize;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct Never;
    pub struct Backoff;
    pub struct After;

    macro_rules! types {
        ($($name:ident)*) => { $(#[allow(non_camel_case_types)] pub struct $name;)* };
    }
    types! { bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f64 }

    macro_rules! traits {
        ($($name:ident)*) => { $(pub trait $name {})* };
    }
    traits! {
        From Into TryFrom Clone Copy Debug Display Default Eq PartialEq Ord PartialOrd Hash Error FromStr Iterator Send
        Sync Sized Fn Drop AsRef ToString ToOwned Categorized Representation Serializer Deserializer
    }

    #[::ineo_codes::codes("../hostile.toml")]
    pub enum Hostile {}

    #[::ineo_codes::codes("../plain.toml")]
    pub enum Plain {}

    /// A table of texts.
    #[::ineo_codes::codes("../texts.toml")]
    pub enum Texts {}

    /// A hand-written enum that is checked against the texts.
    #[derive(::ineo_codes::FromCode)]
    #[from_code(Texts)]
    pub enum TextOutcome {
        /// A category.
        #[from_code(category = Ok)]
        Ok,
        /// A code by its text, and one by its variant.
        #[from_code("E1" | String)]
        Text,
        /// A column.
        #[from_code(drop)]
        Drop(Texts),
        /// The rest.
        #[from_code(_)]
        None,
    }

    fn function() {
        #[::ineo_codes::codes("../hostile.toml")]
        enum Inner {}
    }

    #[derive(::ineo_codes::FromCode)]
    #[from_code(Hostile)]
    pub enum Outcome {
        #[from_code(category = Ok | Error)]
        Ok,
        #[from_code(None | 3)]
        None(Hostile),
        #[from_code(retryable)]
        Some,
        #[from_code(unrecognized)]
        Err { code: Hostile },
        #[from_code(_)]
        Self_,
    }
}

pub mod macros {
    //! Macros.

    macro_rules! shadow {
        ($($name:ident)*) => { $(macro_rules! $name { () => { ::core::compile_error!("shadowed") }; })* };
    }
    shadow! {
        assert assert_eq cfg column compile_error concat debug_assert env format format_args include_bytes include_str
        line matches option_env panic stringify todo unimplemented unreachable vec write writeln __categorized __code
        __conversions __formatting __http __integers __interop __serde __serde_text __texts
    }

    #[::ineo_codes::codes("../hostile.toml")]
    pub enum Hostile {}

    #[::ineo_codes::codes("../plain.toml")]
    pub enum Plain {}

    /// A table of texts.
    #[::ineo_codes::codes("../texts.toml")]
    pub enum Texts {}

    /// A hand-written enum that is checked against the texts.
    #[derive(::ineo_codes::FromCode)]
    #[from_code(Texts)]
    pub enum TextOutcome {
        /// A category.
        #[from_code(category = Ok)]
        Ok,
        /// A code by its text, and one by its variant.
        #[from_code("E1" | String)]
        Text,
        /// A column.
        #[from_code(drop)]
        Drop(Texts),
        /// The rest.
        #[from_code(_)]
        None,
    }

    #[derive(::ineo_codes::FromCode)]
    #[from_code(Hostile)]
    pub enum Outcome {
        #[from_code(category = Ok | Error)]
        Ok,
        #[from_code(None | 3)]
        None(Hostile),
        #[from_code(retryable)]
        Some,
        #[from_code(unrecognized)]
        Err { code: Hostile },
        #[from_code(_)]
        Self_,
    }
}

pub mod functions {
    //! Functions with names that parameters and variables of generated code may have.

    macro_rules! functions {
        ($($name:ident)*) => { $(pub fn $name() {})* };
    }
    functions! {
        code codes row rows name names named text language languages message first last at bits other f serializer
        deserializer unrecognized recognized category retry value values count index this it
    }

    #[::ineo_codes::codes("../hostile.toml")]
    pub enum Hostile {}

    #[::ineo_codes::codes("../plain.toml")]
    pub enum Plain {}

    /// A table of texts.
    #[::ineo_codes::codes("../texts.toml")]
    pub enum Texts {}

    /// A hand-written enum that is checked against the texts.
    #[derive(::ineo_codes::FromCode)]
    #[from_code(Texts)]
    pub enum TextOutcome {
        /// A category.
        #[from_code(category = Ok)]
        Ok,
        /// A code by its text, and one by its variant.
        #[from_code("E1" | String)]
        Text,
        /// A column.
        #[from_code(drop)]
        Drop(Texts),
        /// The rest.
        #[from_code(_)]
        None,
    }

    #[derive(::ineo_codes::FromCode)]
    #[from_code(Hostile)]
    pub enum Outcome {
        #[from_code(category = Ok | Error)]
        Ok,
        #[from_code(None | 3)]
        None(Hostile),
        #[from_code(retryable)]
        Some,
        #[from_code(unrecognized)]
        Err { code: Hostile },
        #[from_code(_)]
        Self_,
    }
}

pub mod statics {
    //! The same in capitals.

    macro_rules! statics {
        ($($name:ident)*) => { $(pub static $name: () = ();)* };
    }
    statics! {
        ALL LANGUAGES CODES VARIANTS UNRECOGNIZED INDEX NAMES NAME_STARTS NAME_INDEX CODES_OF_NAMES OTHER_CODES_OF_NAMES VARIANT_NAMES
        MESSAGES MESSAGES_1 CATEGORY_OF RETRY_OF ROWS CATEGORIES
    }

    #[::ineo_codes::codes("../hostile.toml")]
    pub enum Hostile {}

    #[::ineo_codes::codes("../plain.toml")]
    pub enum Plain {}

    /// A table of texts.
    #[::ineo_codes::codes("../texts.toml")]
    pub enum Texts {}

    /// A hand-written enum that is checked against the texts.
    #[derive(::ineo_codes::FromCode)]
    #[from_code(Texts)]
    pub enum TextOutcome {
        /// A category.
        #[from_code(category = Ok)]
        Ok,
        /// A code by its text, and one by its variant.
        #[from_code("E1" | String)]
        Text,
        /// A column.
        #[from_code(drop)]
        Drop(Texts),
        /// The rest.
        #[from_code(_)]
        None,
    }

    #[derive(::ineo_codes::FromCode)]
    #[from_code(Hostile)]
    pub enum Outcome {
        #[from_code(category = Ok | Error)]
        Ok,
        #[from_code(None | 3)]
        None(Hostile),
        #[from_code(retryable)]
        Some,
        #[from_code(unrecognized)]
        Err { code: Hostile },
        #[from_code(_)]
        Self_,
    }
}

pub mod constants {
    //! Constants with names that parameters and variables of generated code may have: in a pattern, a constant is not a new
    //! variable.

    macro_rules! constants {
        ($($name:ident)*) => { $(#[allow(non_upper_case_globals)] pub const $name: () = ();)* };
    }
    constants! {
        a at b bits c category code codes column count data depth deserializer e f first formatter generator http i
        in_general index input it key language languages last left length message messages n name named names number ok
        other others position range recognized repr result retry right row rows s serializer status text texts this u
        unrecognized value values variant variants visitor width words x
    }

    #[::ineo_codes::codes("../hostile.toml")]
    pub enum Hostile {}

    #[::ineo_codes::codes("../plain.toml")]
    pub enum Plain {}

    /// A table of texts.
    #[::ineo_codes::codes("../texts.toml")]
    pub enum Texts {}

    /// A hand-written enum that is checked against the texts.
    #[derive(::ineo_codes::FromCode)]
    #[from_code(Texts)]
    pub enum TextOutcome {
        /// A category.
        #[from_code(category = Ok)]
        Ok,
        /// A code by its text, and one by its variant.
        #[from_code("E1" | String)]
        Text,
        /// A column.
        #[from_code(drop)]
        Drop(Texts),
        /// The rest.
        #[from_code(_)]
        None,
    }

    fn function() {
        #[::ineo_codes::codes("../hostile.toml")]
        enum Inner {}
    }
}

pub mod unit_structs {
    //! The same with structs, whose values have no more than a name either.

    macro_rules! unit_structs {
        ($($name:ident)*) => { $(#[allow(non_camel_case_types)] pub struct $name;)* };
    }
    unit_structs! {
        code depth deserializer f first formatter generator in_general input language name names other row serializer
        text unrecognized
    }

    #[::ineo_codes::codes("../hostile.toml")]
    pub enum Hostile {}
}

pub mod enums {
    //! The enums themselves have such names.

    #[::ineo_codes::codes("../hostile.toml", category = Error)]
    pub enum Option {}

    #[::ineo_codes::codes("../hostile.toml", category = Copy)]
    pub enum Self_ {}

    #[::ineo_codes::codes("../hostile.toml", category = From)]
    pub enum Unrecognized {}

    #[::ineo_codes::codes("../hostile.toml", category = Retry)]
    pub enum Code {}

    #[::ineo_codes::codes("../hostile.toml", category = str)]
    #[allow(non_camel_case_types)]
    pub enum i32 {}

    #[::ineo_codes::codes("../hostile.toml")]
    #[allow(non_camel_case_types)]
    pub enum r#type {}

    #[::ineo_codes::codes("../hostile.toml", category = r#enum)]
    #[allow(non_camel_case_types)]
    pub enum r#struct {}

    #[::ineo_codes::codes("../hostile.toml", category = MESSAGES)]
    #[allow(non_camel_case_types)]
    pub enum CODES {}

    #[derive(::ineo_codes::FromCode)]
    #[from_code(Option)]
    pub enum Result {
        #[from_code(category = Ok | Error)]
        Ok,
        #[from_code(None | 3)]
        None(Option),
        #[from_code(retryable)]
        Some,
        #[from_code(unrecognized)]
        Err { code: Option },
        #[from_code(_)]
        Self_,
    }

    #[derive(::ineo_codes::FromCode)]
    #[from_code(self::r#type)]
    #[allow(non_camel_case_types)]
    pub enum r#match {
        #[from_code(category = Ok | Error)]
        Ok,
        #[from_code(None | 3)]
        None(r#type),
        #[from_code(retryable)]
        Some,
        #[from_code(unrecognized)]
        Err { code: r#type },
        #[from_code(_)]
        Self_,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_module_has_its_tables() {
        assert_eq!(crate::types::Hostile::from_code(0), crate::types::Hostile::Ok);
        assert_eq!(crate::macros::Plain::Error.code(), 255);
        assert_eq!(crate::functions::Plain::Error.code(), 255);
        assert_eq!(crate::constants::Plain::Error.code(), 255);
        assert_eq!(crate::unit_structs::Hostile::from_code(0), crate::unit_structs::Hostile::Ok);
        assert_eq!(crate::statics::Plain::Error.code(), 255);
        assert_eq!(crate::enums::Option::Error.category(), crate::enums::Error::Error);
    }
}
