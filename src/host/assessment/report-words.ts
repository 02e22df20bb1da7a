import { l10n } from 'vscode';
import { english, spokenLanguage } from '../../core/language/words';
import type { Counted, ReportWords } from '../../protocol/report';
import { languageOfWords } from '../ui/language';

/**
 * The words of the report page. Every one is a literal here, so that the exporter of translations finds it; the page
 * fills in the values, hence each placeholder stands for itself.
 */
export function reportWords(): ReportWords {
  return {
    language: languageOfWords(),
    core: spokenLanguage() === english ? null : spokenLanguage(),
    fits: {
      'good-fit': l10n.t('Good fit'),
      'fit-with-mitigations': l10n.t('Fit with mitigations'),
      'poor-fit': l10n.t('Poor fit'),
      undecided: l10n.t('Undecided'),
    },
    outcomes: {
      strength: l10n.t('Strength'),
      neutral: l10n.t('Neutral'),
      concern: l10n.t('Concern'),
      weakness: l10n.t('Weakness'),
      blocker: l10n.t('Blocker'),
      lifted: l10n.t('Blocker with a way round'),
      open: l10n.t('Open'),
      'not-applicable': l10n.t('Does not apply'),
    },
    confidences: {
      provider: l10n.t("in the provider's own pages"),
      secondary: l10n.t('in another publication'),
      computed: l10n.t('worked out from published values'),
    },

    eyebrow: l10n.t('Should this be serverless?'),
    contents: l10n.t('Contents'),
    skip: l10n.t('Skip to the criteria'),
    readOnly: l10n.t('This file cannot be changed here, so neither can its answers and weights.'),
    continue: l10n.t('Continue Questionnaire'),
    scaffold: l10n.t('Scaffold This…'),
    openText: l10n.t('Open as Text'),
    whatToRead: l10n.t('What to Read'),
    progress: l10n.t('{0} of {1} questions answered', '{0}', '{1}'),
    announcement: l10n.t('Verdict: {0}.', '{0}'),

    verdict: l10n.t('Verdict'),
    form: l10n.t('Advised form:'),
    examples: l10n.t('For example'),
    score: l10n.t('Score {0} of 100.', '{0}'),
    scoreSoFar: l10n.t('Score so far {0} of 100.', '{0}'),
    noScore: l10n.t('No score yet: nothing that counts is settled.'),
    range: l10n.t('Between {0} and {1}.', '{0}', '{1}'),
    rangeWhileMissing: counted(
      l10n.t('Between {1} and {2} while {0} answer is missing.', '{0}', '{1}', '{2}'),
      l10n.t('Between {1} and {2} while {0} answers are missing.', '{0}', '{1}', '{2}'),
    ),
    coverage: l10n.t('{0} of the weight is settled.', '{0}'),
    poorBelow: l10n.t('Poor below {0}', '{0}'),
    goodFrom: l10n.t('Good from {0}', '{0}'),
    blockerDecides: l10n.t('A blocker decides here, whatever the score.'),
    weaknessDecides: l10n.t('What has to be mitigated decides here, whatever the score.'),

    blockers: l10n.t('Blockers'),
    blockersLead: l10n.t('A blocker stands apart from the score: no number of strengths can outweigh it.'),
    noBlockers: l10n.t('Nothing rules a plain function out.'),
    noBlockersYet: l10n.t('Nothing rules a plain function out, as far as the answers tell.'),
    stands: l10n.t('Rules a plain function out'),
    mayStand: l10n.t('May rule a plain function out'),
    lifted: l10n.t('Rules a plain function out, but a way round stays serverless'),
    mayBeLifted: l10n.t('May rule a plain function out; a way round stays serverless'),
    wayRound: l10n.t('Way round'),
    nextBestForm: l10n.t('Next best form'),
    wayRoundThen: l10n.t('Way round: {0}.', '{0}'),
    nextBestFormThen: l10n.t('Next best form: {0}.', '{0}'),
    moreBlockers: counted(
      l10n.t('{0} more that may rule a plain function out', '{0}'),
      l10n.t('{0} more that may rule a plain function out', '{0}'),
    ),

    findOut: l10n.t('What to find out first'),
    findOutLead: l10n.t('The open questions, the most decisive first.'),
    nothingMissing: l10n.t('Every answer that counts is there.'),
    howToFindOut: l10n.t('How to find out:'),
    movesScore: counted(
      l10n.t('Can move the score by up to {0} point', '{0}'),
      l10n.t('Can move the score by up to {0} points', '{0}'),
    ),
    movesLittle: l10n.t('Can hardly move the score'),
    couldBlock: l10n.t('May rule a plain function out'),
    saidUnknown: l10n.t("Answered with “don't know” so far"),
    answerNow: l10n.t('Answer'),
    doneAnswering: l10n.t('Done'),
    moreToFindOut: counted(l10n.t('{0} more open question', '{0}'), l10n.t('{0} more open questions', '{0}')),

    criteria: l10n.t('Criteria'),
    criteriaLead: l10n.t('What was judged, and why it came out as it did. Open one to see what it rests on.'),
    show: l10n.t('Which criteria to show'),
    showAll: l10n.t('All'),
    showAttention: l10n.t('Needs attention'),
    showOpen: l10n.t('Open'),
    nothingToShow: l10n.t('None of the criteria.'),
    mayStillBe: l10n.t('May still come out as'),
    answersSeen: l10n.t('Answers it rests on'),
    notAnswered: l10n.t('Not answered'),
    noAnswersSeen: l10n.t('None that matter for this workload.'),
    remedy: l10n.t('What to do'),
    facts: l10n.t('Facts it quotes'),
    factRead: l10n.t('Read on {0} {1}:', '{0}', '{1}'),
    weight: l10n.t('Weight'),
    weightHelp: l10n.t('Its share in the score: 10 counts ten times as much as 1, and 0 leaves it out.'),
    weightPublished: l10n.t('as published'),
    weightChanged: l10n.t('published: {0}', '{0}'),
    resetWeight: l10n.t('Reset to Published'),
    aboutCriterion: l10n.t('About This Criterion'),
    guide: l10n.t('Guide: {0}', '{0}'),

    changes: l10n.t('What would change the verdict'),
    changesLead: l10n.t('Single answers that would turn it, if they were different and all others stayed.'),
    noChanges: l10n.t('No single answer among the typical ones would turn the verdict.'),
    noChangesYet: l10n.t('The verdict is still undecided: the open questions above come first.'),
    allChanges: l10n.t('Show All {0}', '{0}'),
    fewerChanges: l10n.t('Show Fewer'),
    question: l10n.t('Question'),
    today: l10n.t('Today'),
    instead: l10n.t('If it were'),
    leadsTo: l10n.t('Verdict'),

    answers: l10n.t('Answers'),
    answersLead: l10n.t('Everything the result rests on. A change is made in the file at once and can be undone.'),
    answered: l10n.t('{0} of {1} answered', '{0}', '{1}'),
    irrelevant: l10n.t('Does not matter here'),
    irrelevantWhy: l10n.t('As the other answers stand, this question makes no difference.'),
    keptAnswer: l10n.t('Its answer is kept: {0}', '{0}'),
    yes: l10n.t('Yes'),
    no: l10n.t('No'),
    typical: l10n.t('Typical values'),
    numberHelp: l10n.t('For example {0}.', '{0}'),
    notANumber: l10n.t('“{0}” cannot be read as a quantity.', '{0}'),
    dontKnow: l10n.t("Don't Know"),
    notApplicable: l10n.t('Not Applicable…'),
    notApplicableReason: l10n.t('Why does this question not apply?'),
    notApplicableSave: l10n.t('Save Reason'),
    cancel: l10n.t('Cancel'),
    clear: l10n.t('Clear'),
    explain: l10n.t('Explain'),
    note: l10n.t('Note'),
    addNote: l10n.t('Add a Note'),
    noteHelp: l10n.t('Who said so, or what it rests on'),
    evidence: l10n.t('Seen in the workspace:'),
    line: l10n.t('line {0}', '{0}'),

    remarks: l10n.t('Left aside'),
    remarksLead: l10n.t(
      'Entries of the file that this version does not know. They stay in the file and count for nothing.',
    ),
    place: l10n.t('Line {0}, column {1}', '{0}', '{1}'),
    asOf: l10n.t('Facts about platforms as of {0}.', '{0}'),
    offline: l10n.t('Works offline. Results are computed from the answers and never saved.'),

    damaged: l10n.t('This file cannot be read as an assessment'),
    damagedLead: l10n.t('Mend it as text, and the report will come back.'),
    damagedKept: l10n.t('Nothing in the file was changed.'),
  };
}

function counted(one: string, other: string): Counted {
  return { one, other };
}
