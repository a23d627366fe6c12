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
library-stop = Stop
library-stopping = Stopping after this step; what is complete is kept.
library-dismiss = Close
library-nothing-changed = Nothing has changed in the library.
library-hastened = So much is new that one of the two models for search was left out, to save time. How to use both is said in the README, under Limits.
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
about-language = { $code ->
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
