//! Tables of other programs, as they are found in the wild.

use super::*;
use crate::clock::Moment;
use crate::diary::entry::{Lasted, Side};
use crate::exchange::{Format, read};

fn how(mapping: Option<Mapping>) -> How {
    How {
        now: Moment {
            wall: "2026-11-24T10:00:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: std::time::Duration::ZERO,
        },
        mapping,
    }
}

fn read_csv(text: &str, mapping: Option<Mapping>) -> Incoming {
    read(Format::Csv, text.as_bytes(), &how(mapping)).unwrap()
}

#[test]
fn a_plain_table_is_understood_by_its_names() {
    let text = "Date,Time,Duration (min),Pain,Location,Weather,Notes\n\
                2026-11-20,3:10 AM,5,7/10,left buttock,rain,\"woke\nme\"\n\
                2026-11-21,22:05,1h 30m,\"6,5\",right hamstring,,\n";
    let incoming = read_csv(text, None);
    assert_eq!(incoming.problems, [], "no problems");
    let all = &incoming.items;
    let first = all[0].entry.as_episode().unwrap();
    assert_eq!(
        first.started_at.text(),
        "2026-11-20T03:10:00+01:00[Europe/Berlin]",
        "when"
    );
    assert_eq!(first.duration, Lasted::Seconds(300), "how long");
    assert_eq!(first.pain_peak.get(), 7, "how bad");
    assert_eq!(first.regions, [Region::ButtockLeftMid], "where");
    assert_eq!(first.side, Side::Left, "side");
    assert_eq!(first.note, "woke\nme\nWeather: rain", "nothing is lost");
    let second = all[1].entry.as_episode().unwrap();
    assert_eq!(second.duration, Lasted::Seconds(5400), "an hour and a half");
    assert_eq!(second.pain_peak.get(), 7, "rounded");
    assert_eq!(second.regions, [Region::ThighBackRight], "hamstring");
    let again = read_csv(text, None);
    assert_eq!(again.items[0].entry.id(), first.id, "the same id each time");
    assert_ne!(first.id, second.id, "one each");
}

#[test]
fn semicolons_commas_and_german_words() {
    let text = "Datum;Uhrzeit;Dauer;Stärke;Ort;Seite;Notiz\r\n\
                23.11.2026;03:10;12,5;8;Gesäß;links;=SUMME(1)\r\n";
    let incoming = read_csv(text, None);
    assert_eq!(incoming.problems, [], "no problems");
    let entry = incoming.items[0].entry.as_episode().unwrap();
    assert_eq!(entry.date_text(), "2026-11-23", "day first with dots");
    assert_eq!(entry.duration, Lasted::Seconds(750), "decimal comma");
    assert_eq!(entry.regions, [Region::ButtockLeftMid], "where");
    assert_eq!(entry.note, "=SUMME(1)", "text stays text");
}

impl crate::diary::entry::Episode {
    fn date_text(&self) -> String {
        self.started_at.date().to_string()
    }
}

#[test]
fn dates_that_can_be_read_two_ways_are_asked() {
    let text =
        "date\tminutes\tpain\tplace\n03/04/2026\t5\t5\ttailbone\n05/06/2026\t5\t5\ttailbone\n";
    let incoming = read_csv(text, None);
    assert!(incoming.items.is_empty(), "nothing before it is answered");
    let foreign = incoming.foreign.unwrap();
    assert!(foreign.question.unwrap().contains("03/04/2026"), "asked");
    for (order, date) in [
        (DateOrder::DayFirst, "2026-04-03"),
        (DateOrder::MonthFirst, "2026-03-04"),
    ] {
        let mapping = Mapping {
            dates: Some(order),
            ..foreign.mapping.clone()
        };
        let incoming = read_csv(text, Some(mapping));
        let entry = incoming.items[0].entry.as_episode().unwrap();
        assert_eq!(entry.date_text(), date, "{order:?}");
        assert!(entry.about, "noon is a guess");
    }
    // One of them decides for all.
    let decided = text.replace("05/06", "25/06");
    assert_eq!(read_csv(&decided, None).items.len(), 2, "day first");
    let decided = text.replace("05/06", "05/26");
    assert_eq!(read_csv(&decided, None).items.len(), 2, "month first");
}

#[test]
fn what_is_missing_is_asked_not_made_up() {
    let text = "when,comment\n2026-11-20 03:10,ouch\n";
    let incoming = read_csv(text, None);
    let mut mapping = incoming.foreign.clone().unwrap().mapping;
    assert!(
        incoming
            .foreign
            .unwrap()
            .question
            .unwrap()
            .contains("how long"),
        "asked"
    );
    mapping.minutes = Some(10);
    mapping.pain = Intensity::new(6);
    let asked = read_csv(text, Some(mapping.clone()))
        .foreign
        .unwrap()
        .question
        .unwrap();
    assert!(asked.contains("where"), "{asked}");
    mapping.place = Some(Region::ButtockRightDeep);
    let incoming = read_csv(text, Some(mapping));
    let entry = incoming.items[0].entry.as_episode().unwrap();
    assert_eq!(
        (entry.side, entry.note.as_str()),
        (Side::Right, "ouch"),
        "as chosen"
    );
}

#[test]
fn bad_rows_are_named_and_the_others_read() {
    let text = "date,min,pain,place\n\
                2026-11-20 03:10,5,11,tailbone\n\
                yesterday,5,5,tailbone\n\
                2026-11-21 03:10,soon,5,tailbone\n\
                2026-11-22 03:10,5,5,elbow\n\
                2026-11-23 03:10,5,5,buttock\n\
                2026-11-23 03:10,5,5,tailbone,more,cells\n\
                ,,,\n\
                2026-11-24 03:10,5,5,tailbone\n";
    let incoming = read_csv(text, None);
    let told: Vec<String> = incoming.problems.iter().map(ToString::to_string).collect();
    assert_eq!(incoming.items.len(), 1, "{told:?}");
    for (at, part) in [
        "row 2, column “pain”: “11”",
        "row 3, column “date”: “yesterday”",
        "row 4, column “min”: “soon”",
        "row 5, column “place”: “elbow”",
        "row 6, column “place”: “buttock” is no place we know, or lacks left or right",
        "row 7: it has 6 cells",
    ]
    .iter()
    .enumerate()
    {
        assert!(told[at].starts_with(part), "{part}: {}", told[at]);
    }
}

#[test]
fn times_and_durations_in_many_forms() {
    for (text, expected) in [
        ("3:10", "03:10:00"),
        ("03:10:30", "03:10:30"),
        ("3:10 PM", "15:10:00"),
        ("12:05 a.m.", "00:05:00"),
        ("3 pm", "15:00:00"),
        ("3.10 Uhr", "03:10:00"),
    ] {
        assert_eq!(time::clock(text).unwrap().to_string(), expected, "{text}");
    }
    for text in ["", "noon", "25:00", "13 pm", "1:2:3:4", "0 am"] {
        assert_eq!(time::clock(text), None, "{text}");
    }
    for (text, expected) in [
        ("5", 300),
        ("5 min", 300),
        ("1h 30m", 5400),
        ("1,5 h", 5400),
        ("0:45", 2700),
        ("00:45:10", 2710),
        ("PT1H5M", 3900),
        ("90 sec", 90),
        ("2 hours", 7200),
    ] {
        assert_eq!(words::duration(text, Unit::Minutes), Ok(expected), "{text}");
    }
    for text in ["", "long", "-5", "5 parsecs", "1:2:3:4", "999999 h"] {
        assert!(words::duration(text, Unit::Minutes).is_err(), "{text}");
    }
    for (text, date) in [
        ("23 Nov 2026", "2026-11-23"),
        ("November 23, 2026 03:10", "2026-11-23"),
        ("Mon 3 Dez 2026", "2026-12-03"),
        ("2026/11/23", "2026-11-23"),
        ("23.11.26 3:10", "2026-11-23"),
        ("3rd May 2026", "2026-05-03"),
    ] {
        assert_eq!(
            time::read(text, None).unwrap().0.to_string(),
            date,
            "{text}"
        );
    }
}
