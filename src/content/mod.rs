//! All that the app says: causes, alerts, rules, remedies, routines, sources.
//!
//! Data in `content/`, compiled in, checked at once with file and line for every
//! problem. What a [`Library`] holds cannot dangle: every id in it resolves.

mod check;
mod check_patterns;
mod check_pictures;
mod check_poses;
mod check_stretch;
mod check_triage;
mod citation;
mod embed;
mod figure;
mod file;
mod gather;
mod manual;
mod pattern;
mod problem;
mod quality;
mod reading;
mod search;
mod sign;
mod types;
mod words;

pub use self::figure::{Figure, FigureState, Layer, Picture, SeenFrom, Side, Spot, Structure};
use self::file::File;
pub use self::manual::{HowTo, KeyHint, ManualPage};
pub use self::pattern::{Lead, Least, Pattern, Raised, Tell};
pub use self::problem::Problem;
pub use self::quality::Quality;
pub use self::reading::Reading;
pub use self::search::{Hit, HitKind};
pub use self::sign::{NowGroup, NowSign};
pub use self::types::{
    Alert, AlertGroup, Cause, CauseGroup, Claim, Conflict, Evidence, Help, LookAlike, Region,
    Remedy, Rule, RuleStatus, See, SeedRow, Source, SourceKind,
};
use crate::pose::Poses;
use crate::stretch::{Dose, GateCheck, Routine, StopSign};
use crate::triage::Knowledge;

/// The id of the region that stands in when none is known.
pub const ANYWHERE: &str = "INTL";

/// All content, checked.
#[derive(Debug)]
pub struct Library {
    causes: Vec<Cause>,
    alerts: Vec<Alert>,
    rules: Vec<Rule>,
    remedies: Vec<Remedy>,
    conflicts: Vec<Conflict>,
    figures: Vec<Figure>,
    seed: Vec<SeedRow>,
    sources: Vec<Source>,
    regions: Vec<Region>,
    routines: Vec<Routine>,
    doses: Vec<Dose>,
    poses: Poses,
    gate: Vec<GateCheck>,
    stop_signs: Vec<StopSign>,
    now_signs: Vec<NowSign>,
    knowledge: Knowledge,
    manual: Vec<ManualPage>,
    quality: Quality,
    patterns: Vec<Pattern>,
    anywhere: Region,
    index: search::Index,
    version: String,
}

impl Library {
    /// The content that is compiled in.
    ///
    /// # Errors
    /// Every problem. That would be our fault: the tests do not pass with one.
    pub fn embedded() -> Result<Self, Vec<Problem>> {
        let files: Vec<(&str, &str)> = Self::embedded_files().collect();
        Self::read(&files)
    }

    /// The files that are compiled in: path below `content/`, and text.
    pub fn embedded_files() -> impl Iterator<Item = (&'static str, &'static str)> {
        embed::FILES.iter().map(|f| (f.path, f.text))
    }

    /// What [`Self::version`] says of the compiled-in content, unread.
    pub fn embedded_version() -> String {
        version(embed::FILES)
    }

    /// Reads and cross-checks files, given as path below `content/` and text.
    ///
    /// # Errors
    /// Every problem at once, by file and line.
    pub fn read(files: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let files: Vec<File<'_>> = files
            .iter()
            .map(|(path, text)| File { path, text })
            .collect();
        let mut problems = Vec::new();
        let mut pile = gather::Pile::of(&files, &mut problems);
        pile.causes
            .sort_by(|(_, a), (_, b)| (a.group, &a.name).cmp(&(b.group, &b.name)));
        let knowledge = check_triage::compile(&pile, &mut problems);
        check_patterns::all(&pile, &mut problems);
        check_pictures::all(&pile, &mut problems);
        check_stretch::all(&pile, &mut problems);
        sign::check(&pile, &mut problems);
        check_poses::all(&pile, &mut problems);
        manual::check(&pile, &mut problems);
        check::all(&pile, &mut problems);
        let anywhere = pile.regions.iter().find(|(_, r)| r.id == ANYWHERE);
        let Some((_, anywhere)) = anywhere else {
            problems.push(Problem {
                file: "regions.ron".to_owned(),
                line: 1,
                message: format!("the region \"{ANYWHERE}\" is missing"),
            });
            return Err(problems);
        };
        let anywhere = anywhere.clone();
        match knowledge {
            Some(knowledge) if problems.is_empty() => {
                Ok(Self::of(pile, knowledge, anywhere, version(&files)))
            }
            _ => Err(problems),
        }
    }

    fn of(pile: gather::Pile<'_>, knowledge: Knowledge, anywhere: Region, version: String) -> Self {
        fn bare<T>(list: Vec<(File<'_>, T)>) -> Vec<T> {
            list.into_iter().map(|(_, item)| item).collect()
        }
        let mut library = Self {
            causes: bare(pile.causes),
            alerts: bare(pile.alerts),
            rules: bare(pile.rules),
            remedies: bare(pile.remedies),
            conflicts: bare(pile.conflicts),
            figures: bare(pile.figures),
            seed: bare(pile.seed),
            sources: bare(pile.sources),
            regions: bare(pile.regions),
            routines: bare(pile.routines),
            doses: bare(pile.doses),
            poses: bare(pile.poses).pop().map(Poses::of).unwrap_or_default(),
            gate: bare(pile.gate),
            stop_signs: bare(pile.stop_signs),
            now_signs: bare(pile.now_signs),
            knowledge,
            manual: bare(pile.manual),
            quality: bare(pile.quality).first().copied().unwrap_or_default(),
            patterns: bare(pile.patterns),
            anywhere,
            index: search::Index::default(),
            version,
        };
        library.alerts.sort_by_key(|a| a.number);
        library.remedies.sort_by_key(|r| r.order);
        library.manual.sort_by_key(|p| p.order);
        library.routines.sort_by_key(|r| r.order);
        library.regions.sort_by(|a, b| a.name.cmp(&b.name));
        library.index = search::Index::of(&library);
        library
    }

    /// Every cause, by group.
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    /// The cause with this id.
    pub fn cause(&self, id: &str) -> Option<&Cause> {
        self.causes.iter().find(|c| c.id == id)
    }

    /// Every must-not-miss condition, in the clinical order.
    pub fn alerts(&self) -> &[Alert] {
        &self.alerts
    }

    /// The alert with this id.
    pub fn alert(&self, id: &str) -> Option<&Alert> {
        self.alerts.iter().find(|a| a.id == id)
    }

    /// Every rule, R01 first.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }

    /// Every remedy, in order.
    pub fn remedies(&self) -> &[Remedy] {
        &self.remedies
    }

    /// The remedy with this id.
    pub fn remedy(&self, id: &str) -> Option<&Remedy> {
        self.remedies.iter().find(|r| r.id == id)
    }

    /// Everything people often hear that the evidence bends.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The conflict with this id.
    pub fn conflict(&self, id: &str) -> Option<&Conflict> {
        self.conflicts.iter().find(|c| c.id == id)
    }

    /// Every anatomical drawing.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The drawing with this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.id == id)
    }

    /// The causes whose pictures are about this structure, in any figure.
    pub fn causes_of(&self, structure: &str) -> Vec<&Cause> {
        let about = |cause: &&Cause| {
            let mut pictures = cause.pictures.iter();
            pictures.any(|p| p.is_about(structure))
        };
        self.causes.iter().filter(about).collect()
    }

    /// What Check asks and how it weighs the answers.
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// How often Check was right on the example cases.
    pub fn quality(&self) -> &Quality {
        &self.quality
    }

    /// Every page of the manual, in order.
    pub fn manual(&self) -> &[ManualPage] {
        &self.manual
    }

    /// The page of the screen with this key.
    pub fn manual_page(&self, screen: &str) -> Option<&ManualPage> {
        self.manual.iter().find(|p| p.id == screen)
    }

    /// Every pattern of the diary, P01 first.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The pattern with this id.
    pub fn pattern(&self, id: &str) -> Option<&Pattern> {
        self.patterns.iter().find(|p| p.id == id)
    }

    /// The statements of the seed article and where each is told.
    pub fn seed(&self) -> &[SeedRow] {
        &self.seed
    }

    /// Every source.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.key == key)
    }

    /// Every region, by name.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The region with this id; the international one when it is unknown.
    pub fn region(&self, id: &str) -> &Region {
        self.regions
            .iter()
            .find(|r| r.id == id)
            .unwrap_or(&self.anywhere)
    }

    /// The region a locale such as `de_DE.UTF-8` names, if we know it.
    pub fn region_of_locale(&self, locale: &str) -> Option<&Region> {
        let place = locale.split(['.', '@']).next()?;
        let id = place.split(['_', '-']).nth(1)?;
        self.regions.iter().find(|r| r.id.eq_ignore_ascii_case(id))
    }

    /// Every routine, gentlest first.
    pub fn routines(&self) -> &[Routine] {
        &self.routines
    }

    /// The routine with this id.
    pub fn routine(&self, id: &str) -> Option<&Routine> {
        self.routines.iter().find(|r| r.id == id)
    }

    /// Every dose, as people read it: every plan.
    pub fn doses(&self) -> &[Dose] {
        &self.doses
    }

    /// The dose with this id.
    pub fn dose(&self, id: &str) -> Option<&Dose> {
        self.doses.iter().find(|d| d.id == id)
    }

    /// The poses of the figure that stretches.
    pub fn poses(&self) -> &Poses {
        &self.poses
    }

    /// The safety list before a stretch.
    pub fn gate(&self) -> &[GateCheck] {
        &self.gate
    }

    /// The signs to stop a stretch at once.
    pub fn stop_signs(&self) -> &[StopSign] {
        &self.stop_signs
    }

    /// The signs that are asked at once when it cramps, the most urgent first.
    pub fn now_signs(&self) -> &[NowSign] {
        &self.now_signs
    }

    /// The pages that hold every word of `text`, best first.
    pub fn search(&self, text: &str) -> Vec<Hit> {
        self.index.find(text)
    }

    /// Names this content: the day of the newest review and a checksum.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Who has checked the content so far, said openly.
    pub fn review_state(&self) -> &'static str {
        "Written from the sources named here. Not yet reviewed by a clinician."
    }
}

/// The checksum over all texts, so that two versions are told apart.
fn version(files: &[File<'_>]) -> String {
    let mut sum = crc32fast::Hasher::new();
    for file in files {
        sum.update(file.path.as_bytes());
        sum.update(file.text.as_bytes());
    }
    format!("{:08x}", sum.finalize())
}
