//! Tables in all the places where an enum may stand.

/// One of two tables in a module.
#[ineo_codes::codes("../hostile.toml")]
pub enum First {}

/// The other, made from the same file.
#[ineo_codes::codes("../hostile.toml", category = Kind)]
pub enum Second {}

mod private {
    //! A module that is not public.

    /// An enum that is public in it.
    #[ineo_codes::codes("../hostile.toml")]
    #[derive()]
    #[allow(dead_code)]
    pub(crate) enum Inner {}

    #[ineo_codes::codes("../plain.toml")]
    pub(super) enum ForTheModuleAbove {}

    #[ineo_codes::codes("../plain.toml")]
    pub(in crate::private) enum ForThisModule {}

    #[ineo_codes::codes("../hostile.toml")]
    enum Private {}

    #[derive(ineo_codes::FromCode)]
    #[from_code(super::visible::Inner)]
    pub(super) enum Outcome {
        #[from_code(category = Ok)]
        Good,
        #[from_code(_)]
        Bad,
    }

    pub(crate) fn names() -> [&'static str; 2] {
        [ForThisModule::Ok.name(), Private::Ok.name()]
    }
}

pub(crate) mod visible {
    //! A module for the crate alone.

    #[ineo_codes::codes("../hostile.toml")]
    pub(crate) enum Inner {}
}

/// Uses what the module above would leave dead.
#[must_use]
pub fn in_a_private_module() -> bool {
    private::names() == ["ok", "ok"] && matches!(private::Outcome::from(visible::Inner::Ok), private::Outcome::Good)
}

/// The names of codes from tables that only functions know.
#[must_use]
pub fn in_a_function(code: i32) -> [&'static str; 3] {
    #[ineo_codes::codes("../hostile.toml")]
    enum Local {}

    #[ineo_codes::codes("../plain.toml")]
    enum Other {}

    const INNER: &str = {
        #[ineo_codes::codes("../plain.toml")]
        enum InAConstant {}
        InAConstant::Error.name()
    };

    #[derive(ineo_codes::FromCode)]
    #[from_code(Other)]
    enum Outcome {
        #[from_code(Ok)]
        Good,
        #[from_code(_)]
        Bad,
    }

    let in_a_closure = || {
        #[ineo_codes::codes("../hostile.toml")]
        enum Local {}
        Local::from_code(code).name()
    };
    match Outcome::from(Other::Ok) {
        Outcome::Good => [Local::from_code(code).name(), in_a_closure(), INNER],
        Outcome::Bad => [INNER; 3],
    }
}

#[cfg(test)]
mod tests {
    use super::{First, Kind, Second, in_a_function, in_a_private_module, private, visible};

    #[test]
    fn each_place_has_its_table() {
        assert_eq!(First::Error.code(), Second::Error.code());
        assert_eq!(Second::Error.category(), Kind::Error);
        assert_eq!(private::Inner::Copy.name(), "copy");
        assert_eq!(private::ForTheModuleAbove::Error.name(), "error");
        assert!(in_a_private_module());
        assert_eq!(visible::Inner::Copy.name(), "copy");
        assert_eq!(in_a_function(3), ["option", "option", "error"]);
    }
}
