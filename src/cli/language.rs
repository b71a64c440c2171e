//! Which language the program speaks: `--lang`, else the environment, else the fallback of the locales.

use std::ffi::OsString;

use super::machine::Machine;
use crate::locale::{FALLBACK, Locale};

/// Variables that name a language, most telling first; the last three are POSIX's, in POSIX's order.
const VARIABLES: [&str; 4] = ["TASHAWUR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// Chooses the language. It is needed before the arguments are read, since mistakes in them are told in it; an unknown
/// name is left for the reading of the arguments to refuse.
pub fn choose(args: &[OsString], machine: &Machine<'_>) -> Locale {
    let asked = asked(args).or_else(|| VARIABLES.iter().find_map(|it| machine.variable(it)));
    let known = asked.and_then(|it| Locale::embedded(language_of(&it)));
    known.or_else(|| Locale::embedded(FALLBACK)).expect("the fallback language is embedded")
}

/// Returns the value of `--lang`.
fn asked(args: &[OsString]) -> Option<String> {
    let texts: Vec<&str> = args.iter().map(|it| it.to_str().unwrap_or_default()).take_while(|it| *it != "--").collect();
    let joined = texts.iter().filter_map(|it| it.strip_prefix("--lang="));
    let apart = texts.windows(2).filter(|it| it[0] == "--lang").map(|it| it[1]);
    apart.chain(joined).next().map(str::to_owned)
}

/// Returns the language of a POSIX locale name or a BCP 47 tag: `xx` of `xx_YY.UTF-8@zz`.
fn language_of(name: &str) -> &str {
    name.split(['_', '-', '.', '@']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{asked, language_of};

    #[test]
    fn the_option_is_found_in_both_spellings() {
        let asked = |args: &[&str]| asked(&args.iter().map(Into::into).collect::<Vec<_>>());
        assert_eq!(asked(&["t", "build", "--lang", "ar"]).as_deref(), Some("ar"));
        assert_eq!(asked(&["t", "--lang=ar", "check"]).as_deref(), Some("ar"));
        assert_eq!(asked(&["t", "check", "--", "--lang=ar"]), None);
        assert_eq!(asked(&["t", "--lang"]), None);
    }

    #[test]
    fn regions_and_encodings_are_left_aside() {
        for name in ["ar", "ar_EG.UTF-8", "ar-SA", "ar.UTF-8", "ar@latin"] {
            assert_eq!(language_of(name), "ar");
        }
        assert_eq!(language_of("C.UTF-8"), "C");
    }
}
