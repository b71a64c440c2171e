//! Reads XLIFF 2.0 or 2.1 as a translator's tool hands it back. What is not understood is told with its place, and nothing is used.

use std::collections::BTreeMap;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::xliff::NAMESPACE;

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// Tag of the language that was translated.
    pub from: String,
    /// Tag of the language that it was translated into; empty when the document names none.
    pub to: String,
    /// The units in their order.
    pub units: Vec<ReturnedUnit>,
}

/// One block or value that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReturnedUnit {
    /// The id of its file.
    pub file: String,
    /// Its id.
    pub id: String,
    /// Where its unit begins, in bytes.
    pub at: usize,
    /// What was translated, markup put back.
    pub source: String,
    /// The translation, markup put back; nothing where a segment has none.
    pub target: Option<String>,
}

/// Why a document cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes.
    pub at: usize,
    /// The id of the message that says why.
    pub reason: &'static str,
    /// What is wrong there: a name, or what the parser said.
    pub what: String,
}

type Read<T> = Result<T, Fault>;

/// Reads a document.
pub fn parse(text: &str) -> Read<Returned> {
    let mut work = Work { reader: Reader::from_str(text), text, depth: 0 };
    work.document()
}

struct Work<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    depth: usize,
}

/// How deep a document may nest.
const DEPTH: usize = 64;

impl<'a> Work<'a> {
    fn at(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or_default().min(self.text.len())
    }

    fn fault<T>(&self, at: usize, reason: &'static str, what: impl Into<String>) -> Read<T> {
        Err(Fault { at, reason, what: what.into() })
    }

    /// Returns the next event that matters, with the place where it begins.
    fn next(&mut self) -> Read<(usize, Event<'a>)> {
        loop {
            let at = self.at();
            match self.reader.read_event() {
                Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_)) => {}
                Ok(Event::DocType(_)) => return self.fault(at, "xliff-doctype", ""),
                Ok(Event::Start(it)) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return self.fault(at, "xliff-deep", name(&it));
                    }
                    return Ok((at, Event::Start(it)));
                }
                Ok(Event::End(it)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok((at, Event::End(it)));
                }
                Ok(event) => return Ok((at, event)),
                Err(error) => {
                    let at = usize::try_from(self.reader.error_position()).unwrap_or(at).min(self.text.len());
                    return self.fault(at, "xliff-malformed", error.to_string());
                }
            }
        }
    }

    fn attribute(&self, of: &BytesStart<'_>, wanted: &str, at: usize) -> Read<Option<String>> {
        for it in of.attributes() {
            let it = match it {
                Ok(it) => it,
                Err(error) => return self.fault(at, "xliff-malformed", error.to_string()),
            };
            if it.key.as_ref() == wanted.as_bytes() {
                return match it.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
                    Ok(value) => Ok(Some(value.into_owned())),
                    Err(error) => self.fault(at, "xliff-malformed", error.to_string()),
                };
            }
        }
        Ok(None)
    }

    fn document(&mut self) -> Read<Returned> {
        let mut out = Returned::default();
        let mut is_open = false;
        let mut file = String::new();
        loop {
            let (at, event) = self.next()?;
            match event {
                Event::Start(it) if !is_open => {
                    self.root(&it, at, &mut out)?;
                    is_open = true;
                }
                Event::Empty(it) if !is_open => {
                    self.root(&it, at, &mut out)?;
                    return Ok(out);
                }
                Event::Start(it) => match name(&it).as_str() {
                    "file" => file = self.attribute(&it, "id", at)?.unwrap_or_default(),
                    "unit" => {
                        let id = self.attribute(&it, "id", at)?.unwrap_or_default();
                        let unit = ReturnedUnit { file: file.clone(), id, at, ..ReturnedUnit::default() };
                        out.units.push(self.unit(unit)?);
                    }
                    "group" => {}
                    _ => self.skip()?,
                },
                Event::Text(it) if !is_open && !it.iter().all(u8::is_ascii_whitespace) => {
                    return self.fault(at, "xliff-no-xliff", "");
                }
                Event::Eof if !is_open => return self.fault(0, "xliff-no-xliff", ""),
                Event::Eof if self.depth > 0 => return self.fault(at, "xliff-cut", ""),
                Event::Eof => return Ok(out),
                _ => {}
            }
        }
    }

    fn root(&self, it: &BytesStart<'_>, at: usize, out: &mut Returned) -> Read<()> {
        let name = name(it);
        if name != "xliff" {
            return self.fault(at, "xliff-no-xliff", name);
        }
        let version = self.attribute(it, "version", at)?.unwrap_or_default();
        let prefix = it.name().prefix().map(|it| format!("xmlns:{}", String::from_utf8_lossy(it.as_ref())));
        let namespace = self.attribute(it, prefix.as_deref().unwrap_or("xmlns"), at)?.unwrap_or_default();
        if !version.starts_with("2.") || namespace != NAMESPACE {
            return self.fault(at, "xliff-version", if version.is_empty() { namespace } else { version });
        }
        out.from = self.attribute(it, "srcLang", at)?.unwrap_or_default();
        out.to = self.attribute(it, "trgLang", at)?.unwrap_or_default();
        Ok(())
    }

    /// Passes over an element that has begun.
    fn skip(&mut self) -> Read<()> {
        let depth = self.depth;
        loop {
            match self.next()? {
                (_, Event::End(_)) if self.depth < depth => return Ok(()),
                (at, Event::Eof) => return self.fault(at, "xliff-cut", ""),
                _ => {}
            }
        }
    }

    fn unit(&mut self, mut unit: ReturnedUnit) -> Read<ReturnedUnit> {
        let depth = self.depth;
        let mut data: BTreeMap<String, String> = BTreeMap::new();
        let mut codes: BTreeMap<String, (String, String)> = BTreeMap::new();
        let mut target = String::new();
        let mut is_whole = true;
        let mut is_segment = false;
        // The source of the open segment, until it is known whether it has a target.
        let mut waiting: Option<String> = None;
        loop {
            let (at, event) = self.next()?;
            match event {
                Event::Start(it) => match name(&it).as_str() {
                    "originalData" => {}
                    "data" => {
                        let id = self.attribute(&it, "id", at)?.unwrap_or_default();
                        let text = self.inline("data", &data, &mut codes)?;
                        data.insert(id, text);
                    }
                    "segment" | "ignorable" => {
                        is_segment = name(&it) == "segment";
                        waiting = None;
                    }
                    "source" => {
                        let text = self.inline("source", &data, &mut codes)?;
                        unit.source.push_str(&text);
                        waiting = Some(text);
                    }
                    "target" => {
                        let text = self.inline("target", &data, &mut codes)?;
                        let was = waiting.take().unwrap_or_default();
                        is_whole &= !(is_segment && text.trim().is_empty() && !was.trim().is_empty());
                        target.push_str(&text);
                    }
                    _ => self.skip()?,
                },
                Event::End(it) => {
                    let is_part = matches!(it.local_name().as_ref(), b"segment" | b"ignorable");
                    if let Some(source) = waiting.take_if(|_| is_part) {
                        // What is not for translation is the same in both languages; a segment without a target is not done.
                        is_whole &= !is_segment;
                        target.push_str(&source);
                    }
                    if self.depth < depth {
                        unit.target = is_whole.then_some(target);
                        return Ok(unit);
                    }
                }
                Event::Empty(it) if name(&it) == "target" => {
                    is_whole &= waiting.take().is_none_or(|it| it.is_empty());
                }
                Event::Empty(it) if name(&it) == "data" => {
                    data.insert(self.attribute(&it, "id", at)?.unwrap_or_default(), String::new());
                }
                Event::Eof => return self.fault(at, "xliff-cut", ""),
                _ => {}
            }
        }
    }

    /// Reads content up to the end of the element that has begun, markup put back.
    fn inline(
        &mut self,
        element: &str,
        data: &BTreeMap<String, String>,
        codes: &mut BTreeMap<String, (String, String)>,
    ) -> Read<String> {
        let depth = self.depth;
        let is_source = element == "source";
        let mut out = String::new();
        let mut closes: Vec<(usize, String)> = Vec::new();
        loop {
            let (at, event) = self.next()?;
            match event {
                Event::Text(it) => match it.decode() {
                    Ok(text) => out.push_str(&text.replace("\r\n", "\n").replace('\r', "\n")),
                    Err(error) => return self.fault(at, "xliff-malformed", error.to_string()),
                },
                Event::CData(it) => out.push_str(&String::from_utf8_lossy(&it)),
                Event::GeneralRef(it) => out.push_str(&self.reference(&it, at)?),
                Event::Start(it) => match name(&it).as_str() {
                    "pc" => {
                        let (open, close) = self.code(&it, at, data, codes, is_source)?;
                        out.push_str(&open);
                        closes.push((self.depth, close));
                    }
                    "mrk" => closes.push((self.depth, String::new())),
                    "ph" | "sc" | "ec" => {
                        out.push_str(&self.code(&it, at, data, codes, is_source)?.0);
                        self.skip()?;
                    }
                    "cp" => {
                        out.push(self.character(&it, at)?);
                        self.skip()?;
                    }
                    "sm" | "em" => self.skip()?,
                    other => return self.fault(at, "xliff-unknown", other),
                },
                Event::Empty(it) => match name(&it).as_str() {
                    "ph" | "sc" | "ec" => out.push_str(&self.code(&it, at, data, codes, is_source)?.0),
                    "pc" => {
                        let (open, close) = self.code(&it, at, data, codes, is_source)?;
                        out.push_str(&open);
                        out.push_str(&close);
                    }
                    "cp" => out.push(self.character(&it, at)?),
                    "sm" | "em" | "mrk" => {}
                    other => return self.fault(at, "xliff-unknown", other),
                },
                Event::End(_) if self.depth < depth => return Ok(out),
                Event::End(_) => {
                    if let Some((_, close)) = closes.pop_if(|(it, _)| *it == self.depth + 1) {
                        out.push_str(&close);
                    }
                }
                Event::Eof => return self.fault(at, "xliff-cut", ""),
                _ => {}
            }
        }
    }

    fn reference(&self, it: &quick_xml::events::BytesRef<'_>, at: usize) -> Read<String> {
        if let Ok(Some(sign)) = it.resolve_char_ref() {
            return Ok(sign.to_string());
        }
        match &**it {
            b"lt" => Ok("<".to_owned()),
            b"gt" => Ok(">".to_owned()),
            b"amp" => Ok("&".to_owned()),
            b"apos" => Ok("'".to_owned()),
            b"quot" => Ok("\"".to_owned()),
            other => self.fault(at, "xliff-malformed", format!("&{};", String::from_utf8_lossy(other))),
        }
    }

    fn character(&self, it: &BytesStart<'_>, at: usize) -> Read<char> {
        let hex = self.attribute(it, "hex", at)?.unwrap_or_default();
        match u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32) {
            Some(sign) => Ok(sign),
            None => self.fault(at, "xliff-code", hex),
        }
    }

    /// Returns the markup that a code stands for: by its data, else as the code of that id in the source.
    fn code(
        &self,
        it: &BytesStart<'_>,
        at: usize,
        data: &BTreeMap<String, String>,
        codes: &mut BTreeMap<String, (String, String)>,
        is_source: bool,
    ) -> Read<(String, String)> {
        let id = self.attribute(it, "id", at)?.unwrap_or_default();
        let of = |name: &str| -> Read<Option<String>> {
            match self.attribute(it, name, at)? {
                None => Ok(None),
                Some(key) => match data.get(&key) {
                    Some(text) => Ok(Some(text.clone())),
                    None => self.fault(at, "xliff-code", key),
                },
            }
        };
        let open = if let Some(open) = of("dataRefStart")? { Some(open) } else { of("dataRef")? };
        let close = of("dataRefEnd")?;
        if open.is_none() && close.is_none() {
            return match codes.get(&id) {
                Some(known) => Ok(known.clone()),
                None => self.fault(at, "xliff-code", id),
            };
        }
        let found = (open.unwrap_or_default(), close.unwrap_or_default());
        if is_source {
            codes.insert(id, found.clone());
        }
        Ok(found)
    }
}

fn name(of: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(of.local_name().as_ref()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Returned, parse};

    fn unit(inside: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"ar\" trgLang=\"en\"><file id=\"f\"><unit id=\"u\">{inside}</unit></file></xliff>"
        )
    }

    fn read(inside: &str) -> Returned {
        parse(&unit(inside)).expect("is XLIFF")
    }

    #[test]
    fn codes_become_what_they_stand_for() {
        let data = "<originalData><data id=\"d1\">**</data><data id=\"d2\">[[e1]]</data></originalData>";
        let codes = "<source>أ <pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d1\">ب</pc> <ph id=\"2\" dataRef=\"d2\"/></source>";
        let target = "<target>See <ph id=\"2\"/>: <pc id=\"1\">b &amp; c&#x21;</pc><![CDATA[<]]></target>";
        let found = read(&format!("{data}<segment>{codes}{target}</segment>"));
        assert_eq!(found.units[0].source, "أ **ب** [[e1]]");
        assert_eq!(found.units[0].target.as_deref(), Some("See [[e1]]: **b & c!**<"));
        assert_eq!((found.from.as_str(), found.to.as_str()), ("ar", "en"));
    }

    #[test]
    fn segments_that_a_tool_has_split_are_one_again() {
        let split = "<segment><source>a.</source><target>أ.</target></segment><ignorable><source> </source></ignorable><segment><source>b.</source><target>ب.</target></segment>";
        assert_eq!(read(split).units[0].target.as_deref(), Some("أ. ب."));
        let open = "<segment><source>a.</source><target>أ.</target></segment><segment><source>b.</source></segment>";
        assert_eq!(read(open).units[0].target, None);
        assert_eq!(read("<segment><source>a</source><target/></segment>").units[0].target, None);
    }

    #[test]
    fn what_is_foreign_or_broken_is_told_with_its_place() {
        let at = |text: &str| parse(text).map_err(|it| (it.reason, it.at)).expect_err("is refused");
        assert_eq!(at(""), ("xliff-no-xliff", 0));
        assert_eq!(at("<html/>"), ("xliff-no-xliff", 0));
        assert_eq!(at("plain"), ("xliff-no-xliff", 0));
        assert_eq!(
            at("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>"),
            ("xliff-version", 0)
        );
        assert_eq!(at("<!DOCTYPE x [<!ENTITY a \"b\">]><xliff/>").0, "xliff-doctype");
        let whole = unit("<segment><source>a</source><target>ب</target></segment>");
        for cut in (1..whole.len()).filter(|it| whole.is_char_boundary(*it)) {
            assert!(parse(&whole[..cut]).is_err(), "{}", &whole[..cut]);
        }
        let broken = unit("<segment><source>a</target></segment>");
        assert_eq!(at(&broken).0, "xliff-malformed");
        let code = unit("<segment><source>a</source><target><ph id=\"9\"/></target></segment>");
        assert_eq!(at(&code), ("xliff-code", code.find("<ph").expect("is there")));
        assert_eq!(at(&unit("<segment><source>a<b>c</b></source></segment>")).0, "xliff-unknown");
        assert_eq!(at(&unit("<segment><source>&nope;</source></segment>")).0, "xliff-malformed");
    }
}
