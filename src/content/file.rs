//! Reads the RON files: text in, typed values or one problem with its line out.

use serde::de::DeserializeOwned;

use super::problem::Problem;

/// One file of the content: its path below `content/` and its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct File<'a> {
    /// `causes/gluteal_strain.ron`.
    pub path: &'a str,
    /// All of it.
    pub text: &'a str,
}

impl<'a> File<'a> {
    /// The name without folder and ending: `gluteal_strain`.
    pub(super) fn stem(&self) -> &'a str {
        let name = self.path.rsplit('/').next().unwrap_or(self.path);
        name.strip_suffix(".ron").unwrap_or(name)
    }

    /// A problem at the first place where `what` stands in the file.
    pub(super) fn problem(&self, what: &str, message: impl Into<String>) -> Problem {
        let line = self
            .text
            .find(what)
            .and_then(|at| self.text.get(..at))
            .map_or(1, |before| before.matches('\n').count() + 1);
        Problem {
            file: self.path.to_owned(),
            line,
            message: message.into(),
        }
    }

    /// Reads the file as a `T`.
    pub(super) fn parse<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        ron::from_str(self.text).map_err(|err| Problem {
            file: self.path.to_owned(),
            line: err.span.start.line,
            message: format!("cannot be read: {}", err.code),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_has_the_line_of_its_cause() {
        let file = File {
            path: "rules.ron",
            text: "[\n    (a: \"x\"),\n    (b: \"y\"),\n]",
        };
        assert_eq!(file.problem("\"y\"", "bad").line, 3, "the third line");
        let numbers = File {
            path: "rules.ron",
            text: "[\n    1,\n    two,\n]",
        };
        let err = numbers.parse::<Vec<u8>>().unwrap_err();
        assert_eq!(err.line, 3, "the parser's line: {err}");
        assert!(
            err.to_string().starts_with("content/rules.ron:3: "),
            "{err}"
        );
    }
}
