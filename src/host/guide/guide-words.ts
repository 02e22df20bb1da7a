import { l10n } from 'vscode';
import type { GuideWords } from '../../protocol/guide';
import type { Counted } from '../../protocol/report';
import { languageOfWords } from '../ui/language';

/**
 * The words of the guide's page. Every one is a literal here, so that the exporter of translations finds it; the page
 * fills in the values, hence each placeholder stands for itself.
 */
export function guideWords(): GuideWords {
  return {
    language: languageOfWords(),
    kinds: {
      chapter: l10n.t('Chapter'),
      section: l10n.t('Section'),
      term: l10n.t('Term'),
      question: l10n.t('Question'),
      criterion: l10n.t('Criterion'),
      platform: l10n.t('Platform'),
      tool: l10n.t('Tool'),
    },
    confidences: {
      provider: l10n.t("in the provider's own pages"),
      secondary: l10n.t('in another publication'),
      computed: l10n.t('worked out from published values'),
    },

    guide: l10n.t('Practice Guide'),
    skip: l10n.t('Skip to the text'),
    toolbar: l10n.t('Guide'),
    home: l10n.t('Start of the Guide'),
    back: l10n.t('Go Back'),
    forward: l10n.t('Go Forward'),
    openInEditor: l10n.t('Open in Editor'),
    more: l10n.t('More Actions'),
    openMarkdown: l10n.t('Open as Markdown'),
    markRead: l10n.t('Mark as Read'),
    markUnread: l10n.t('Mark as Not Read'),

    chapter: l10n.t('Chapter {0}', '{0}'),
    appendix: l10n.t('Appendix'),
    minutes: counted(l10n.t('{0} minute', '{0}'), l10n.t('{0} minutes', '{0}')),
    reviewed: l10n.t('reviewed {0}', '{0}'),
    prerequisites: l10n.t('Helps to have read:'),
    inThisChapter: l10n.t('In this chapter'),
    sectionsRead: l10n.t('{0} of {1} sections read', '{0}', '{1}'),
    isRead: l10n.t('read'),
    previous: l10n.t('Previous'),
    next: l10n.t('Next'),

    note: l10n.t('Note'),
    tip: l10n.t('Tip'),
    warning: l10n.t('Warning'),
    toDo: l10n.t('To do:'),
    done: l10n.t('Done:'),
    code: l10n.t('Code'),
    copy: l10n.t('Copy'),
    copyNamed: l10n.t('Copy {0}', '{0}'),
    copied: l10n.t('Copied'),
    table: l10n.t('Table: {0}', '{0}'),
    platformTabs: l10n.t('Platform'),
    readMore: l10n.t('Read more'),
    searchFor: l10n.t('Search the workspace: {0}', '{0}'),
    searchLimits: l10n.t(
      'A search knows the forms that it was written for, in the kinds of files that it names, and looks at one line at a time. Finding nothing proves nothing.',
    ),

    sources: l10n.t('Sources'),
    source: l10n.t('Source {0}', '{0}'),
    sourceRead: l10n.t('Read on {0} {1}', '{0}', '{1}'),
    inSources: l10n.t('All sources'),
    backToText: l10n.t('Back to the text'),

    quizLead: l10n.t('Nobody sees your answers. What goes wrong comes back some days later, until it sticks.'),
    question: l10n.t('Question {0} of {1}', '{0}', '{1}'),
    chooseOne: l10n.t('Choose one.'),
    chooseSeveral: l10n.t('Choose all that are right.'),
    check: l10n.t('Check'),
    tryAgain: l10n.t('Try Again'),
    nothingChosen: l10n.t('Choose an answer first.'),
    right: l10n.t('Right.'),
    notRight: l10n.t('Not right.'),
    missed: l10n.t('Would have been right.'),
    rightlyLeft: l10n.t('Rightly left out.'),
    answerRight: l10n.t('Yes, that is it.'),
    answerWrong: l10n.t('Not quite. What each answer would mean is written below it.'),
    comesBack: l10n.t('The question comes back on {0}.', '{0}'),
    readAgain: l10n.t('Read again: {0}', '{0}'),
    quizAll: l10n.t('{0} of {1}: all of them right. You can put this to work.', '{0}', '{1}'),
    quizSome: l10n.t('{0} of {1} right so far. Each wrong one shows where a second look pays.', '{0}', '{1}'),
    quizNone: l10n.t(
      '{0} of {1} right so far: now you know what to read again, and it was cheap to find out.',
      '{0}',
      '{1}',
    ),

    search: l10n.t('Search'),
    searchGuide: l10n.t('Search the guide'),
    clearSearch: l10n.t('Clear Search'),
    searchHelp: l10n.t('Up and Down go through the results, Enter opens one, Escape clears the search.'),
    searching: l10n.t('Searching…'),
    results: counted(l10n.t('{0} result', '{0}'), l10n.t('{0} results', '{0}')),
    nothingFound: l10n.t('Nothing found for “{0}”.', '{0}'),
    nothingFoundAdvice: l10n.t(
      'Try fewer words, another word for it, or just the beginning of one. Names of products and limits are found too.',
    ),

    welcome: l10n.t(
      'How to decide on, build and run serverless well: a chapter for each decision, with numbers that have a source.',
    ),
    start: l10n.t('Start reading'),
    continue: l10n.t('Continue reading'),
    due: counted(l10n.t('{0} question to look at again', '{0}'), l10n.t('{0} questions to look at again', '{0}')),
    dueLead: l10n.t('A minute or two, and it stays.'),
    path: l10n.t('Reading path'),
    allChapters: l10n.t('All chapters'),
    fromAssessment: l10n.t('From an assessment…'),
    fromAssessmentHelp: l10n.t('What to read first for one of your workloads'),
    toRead: l10n.t('What to read for {0}', '{0}'),
    toReadLead: l10n.t('Made from the findings and open questions of the assessment of {0}.', '{0}'),
    chapters: l10n.t('Chapters'),
    appendices: l10n.t('Appendices'),

    progress: l10n.t('Where you are'),
    progressNone: l10n.t(
      'Nothing read yet, and nothing has to be read in order: begin with what you decide this week.',
    ),
    progressSome: l10n.t(
      'You have read {0} of {1} sections and have {2} of {3} questions right.',
      '{0}',
      '{1}',
      '{2}',
      '{3}',
    ),
    progressAll: l10n.t(
      'You have read all {1} sections and have {2} of {3} questions right. Now it is your turn to write.',
      '{0}',
      '{1}',
      '{2}',
      '{3}',
    ),
    progressKept: l10n.t('Kept by VS Code for you alone; nothing is sent anywhere.'),
    export: l10n.t('Export…'),
    reset: l10n.t('Reset…'),

    review: l10n.t('To look at again'),
    reviewLead: l10n.t('Questions that went wrong before. Three right answers, some days apart, and one is done.'),
    reviewDone: l10n.t('That was all for today.'),
    reviewNext: l10n.t('The next one comes back on {0}.', '{0}'),
    reviewNothing: l10n.t('Nothing to look at again.'),
    fromChapter: l10n.t('From “{0}”', '{0}'),
  };
}

function counted(one: string, other: string): Counted {
  return { one, other };
}
