# Les mots de l’interface en français, en Fluent : https://projectfluent.org

## Toutes les pages

language = Langue

## La conversation, la source et la page d’évaluation

promise = Posez une question. La réponse est citée mot pour mot, avec le paragraphe exact.
ask = Posez une question sur les documents
examples = Questions pour commencer
new-chat = Nouvelle conversation
read-as = Question lue comme suit :
nearest = Paragraphes les plus proches, qui ne répondent pas à la question
source-empty = Choisissez une référence pour lire le paragraphe dans son contexte.
source-gone = Ce paragraphe ne figure plus dans la bibliothèque.
gone = ne figure plus dans la bibliothèque
close = Fermer
page-word = page
refers-to = Renvoie à
referred-to-by = Mentionné dans
previous = Précédent
up = Remonter
next = Suivant
as-text = Texte
as-page = Page
show-as = Affichage de la source
page-before = Page précédente
page-after = Page suivante
enlarge = Agrandir
copy = Copier
copy-all = Tout copier
copy-more = Autres formats
copy-reference = Copier la référence
copy-quote = Copier avec la citation
copy-footnote = Copier en note de bas de page
copy-markdown = Copier en Markdown
copy-bibtex = Copier en BibTeX
copy-ris = Copier en RIS
copy-link = Copier le lien
whole-answer = la réponse entière
download = Télécharger
download-chat = Télécharger cette conversation
download-as = Format
references = Références
in-text = Dans le texte
in-footnotes = En notes de bas de page
download-note = Avec, en annexe, le texte intégral de chaque paragraphe cité.
copied = Copié
copy-failed = Sélectionnez et copiez à la main :
named = Exactement ce que vous avez désigné
chance = Probabilité estimée que la bibliothèque réponde à cette question :
chance-note = Cette probabilité est estimée d’après le degré de correspondance des paragraphes les plus proches, et vérifiée sur des questions dont la réponse est connue. Elle ne dit pas si le contenu du document est exact.
why = Pourquoi
speaks-for = En faveur d’une réponse :
speaks-against = En sens contraire :
documents = Documents
likely-means = Ce que signifie « probable »
limits = Limites
right = Exacte
wrong = Inexacte
which-right = Quel paragraphe répond à la question ?
not-in-document = Aucun de ceux-ci : les documents ne répondent pas à la question
keep = Conserver
cancel = Annuler
filter = Choisir les documents
filter-documents = Documents
filter-bodies = Publiés par
filter-kinds = Types
filter-within = Choisir des sections
filter-sections = Sections
filter-texts = Types de texte
text-paragraphs = paragraphes numérotés
text-rows = lignes de tableaux
text-unnumbered = texte non numéroté
filter-languages = Langues
filter-since = Depuis
filter-until = Jusqu’à
any = Sans limite
all-documents = Sans restriction
with-superseded = y compris les documents remplacés
filter-superseded = Chercher aussi dans les documents remplacés
clear = Tout effacer
no-document-fits = Aucun document ne remplit toutes ces conditions. Retirez-en une ou effacez tout.
years-turned = La première année est postérieure à la dernière. Inversez-les.
no-documents = La bibliothèque est vide. Ajoutez les documents que vous souhaitez interroger.
to-library = Ouvrir la bibliothèque
library-busy = Un autre programme, peut-être pincite index dans un terminal, est en train de modifier la bibliothèque. Rien n’a été modifié ici. Réessayez lorsqu’il aura terminé.
page-chat = Conversation
page-evaluation = Évaluation
evaluation-note = Questions dont les citations exactes sont connues, posées à Pincite et à des systèmes de recherche plus simples. Indiquez dans la conversation si les réponses sont exactes ou inexactes ; ces questions formeront votre propre jeu.
set = Jeu de questions
own-set = mes questions
systems = Systèmes
start = Lancer une évaluation
starting = Démarrage…
cancel-run = Annuler l’évaluation
run = Évaluation terminée
no-runs = Aucune évaluation de ce jeu n’est encore terminée. Lancez-en une.
no-system = Choisissez au moins un système.
shown-system = Système à examiner
other-system = Système comparé
page-number = Page
view = Affichage
figures = Chiffres
questions = Questions
comparison = Comparaison
kinds = Types
outcomes = Résultats
order = Ordre
all-kinds = Tous les types
open-in-chat = Ouvrir dans la conversation
no-questions = Aucune question ne correspond à ces types et à ces résultats.
comparing = Comparaison en cours…
compare-with = Comparer avec
nothing-to-compare = Pour comparer, il faut une deuxième évaluation de ce jeu, ou une évaluation de plusieurs systèmes.
run-cancelled = L’évaluation a été annulée ; rien n’a été conservé.
somebody-at-it = Une modification de la bibliothèque est déjà en cours. Réessayez lorsqu’elle sera terminée.
loading = Ouverture de la bibliothèque…
empty-question = Saisissez d’abord une question.
link-without-document = Ce lien désigne un paragraphe mais aucun document (doc=…).
link-damaged = Ce lien est endommagé : il est impossible de savoir si le texte a changé depuis sa création.
limits-text-1 = Les réponses sont des phrases tirées des documents, jamais des phrases nouvelles. Une phrase peut ne pas être la bonne, et une réponse peut être incomplète : ouvrez le paragraphe avant de le citer.
limits-text-2 = Ce qu’un document ne dit pas, cette page ne peut pas le dire. Elle l’indique alors et montre les paragraphes les plus proches.
limits-text-3 = Pincite n’envoie rien nulle part : les questions et les documents restent sur l’ordinateur où il fonctionne.
no-document = Ce lien désigne un document qui ne figure pas dans la bibliothèque : « { $symbol } ».
document-like-it = La bibliothèque contient { $symbol }.
nothing-in = Rien dans { $symbol } ne peut être cité.
not-a-paragraph = Ce lien ne désigne aucun paragraphe : « { $label } ».
nearest-is = Le plus proche : { $reference }.
words-are-now-in = Les mots visés par le lien se trouvent désormais dans { $reference }.
text-has-changed = Le texte de { $reference } a changé depuis la création de ce lien.
link-question-too-long = La question contenue dans ce lien dépasse { $most } caractères et n’a pas été posée.
kept = Conservé dans votre propre jeu, qui compte maintenant { $number ->
        [one] { $number } question
       *[other] { $number } questions
    } : { $path }
progress = { $stage } : { $done } sur { $total }
page-of = Page { $number } sur { $pages }, { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
won = { $number ->
        [one] { $number } question gagnée
       *[other] { $number } questions gagnées
    }
lost = { $number ->
        [one] { $number } question perdue
       *[other] { $number } questions perdues
    }
asked-of = Documents interrogés : { $documents }
filtered = { $number ->
        [one] { $number } document
       *[other] { $number } documents
    } sur { $total }
all-of = { $total ->
        [0] Aucun document
        [one] Le seul document
       *[other] Les { $total } documents
    }
years-between = de { $since } à { $until }
years-from = à partir de { $since }
years-until = jusqu’en { $until }
superseded-by = Remplacé par { $symbol }.
cite-with-care = À citer avec prudence : { $reason }
page-of-file = Page { $page } sur { $pages }
words-not-on-page = les mots ne figurent pas sur cette page
page-heard = Page { $page } de { $document }
page-heard-boxed = Page { $page } de { $document }, avec ces mots encadrés : { $quote }
cannot-stage = Les fichiers ne peuvent pas être enregistrés en vue de leur lecture : { $reason }. Libérez de l’espace sur le disque, puis ajoutez-les de nouveau.
too-many-files = Vous avez choisi { $number } fichiers ; il est possible d’en ajouter { $most } au plus à la fois. Ajoutez-en une partie, réunissez-les dans une archive ZIP ou exécutez dans un terminal : pincite index DOSSIER
too-much-together = Ces fichiers font { NUMBER($megabytes, maximumFractionDigits: 0) } Mo ; il est possible d’ajouter { $most } Mo au plus à la fois. Ajoutez-en une partie ou exécutez dans un terminal : pincite index DOSSIER
not-answered = { $documents ->
        [one] Le document ne semble pas répondre à cette question.
       *[other] Les documents ne semblent pas répondre à cette question.
    }
answered-from = Réponse tirée de : { $references }
sure = { $likelihood ->
        [very-likely] Réponse ici : très probable
        [likely] Réponse ici : probable
        [even] Réponse ici : à peu près aussi probable qu’improbable
        [unlikely] Réponse ici : improbable
       *[very-unlikely] Réponse ici : très improbable
    }
sure-after-all = { $likelihood ->
        [very-likely] Une réponse ici est très probable
        [likely] Une réponse ici est probable
        [even] Une réponse ici est à peu près aussi probable qu’improbable
        [unlikely] Une réponse ici est improbable
       *[very-unlikely] Une réponse ici est très improbable
    }
likelihood = { $likelihood ->
        [very-likely] très probable
        [likely] probable
        [even] à peu près aussi probable qu’improbable
        [unlikely] improbable
       *[very-unlikely] très improbable
    }
least-chance = { NUMBER($least, style: "percent") } ou plus
chance-below = moins de { NUMBER($share, style: "percent") }
chance-above = plus de { NUMBER($share, style: "percent") }
chance-is = { NUMBER($share, style: "percent") }
quoted = « { $words } »
words-in = { $number ->
        [one] Le mot { $words } figure dans { $reference }.
       *[other] Les mots { $words } figurent dans { $reference }.
    }
words-over = { $number ->
        [one] Le mot { $words } ne figure que dans les intitulés ou la phrase introductive de { $reference }.
       *[other] Les mots { $words } ne figurent que dans les intitulés ou la phrase introductive de { $reference }.
    }
no-words-in = Aucun mot de la question ne figure dans { $reference } ; le sens en est proche.
feature-standing-out = la meilleure correspondance se détache de { $deviations ->
        [one] { NUMBER($deviations, minimumFractionDigits: 1) } écart-type
       *[other] { NUMBER($deviations, minimumFractionDigits: 1) } écarts-types
    }
feature-far-off = rien ne se rapproche de la question
feature-agreement = { $agreed ->
        [one] { $agreed } critère de recherche sur { $signals } place la même unité en tête
       *[other] { $agreed } critères de recherche sur { $signals } placent la même unité en tête
    }
feature-one-section = { NUMBER($share, style: "percent") } des passages les plus proches se trouvent sous un même intitulé
feature-one-section-all = tous les passages les plus proches se trouvent sous un même intitulé
feature-wrong-kind = la question demande un chiffre, une date ou un nom qu’aucun des passages les plus proches ne contient
looked-in-named = Recherche limitée à { $documents }, que la question désigne.
looked-first-in = { $number ->
        [one] Recherche d’abord dans { $documents } : des mots de la question le désignent.
       *[other] Recherche d’abord dans { $documents } : des mots de la question les désignent.
    }
looked-everywhere = Recherche dans toute la bibliothèque : ce que des mots de la question désignent n’y répond pas.
library-names = { $number ->
        [one] Document :
       *[other] Documents :
    }
and-more = { $number ->
        [one] et { $number } autre
       *[other] et { $number } autres
    }
counted-paragraphs = { $number ->
        [one] { $number } paragraphe
       *[other] { $number } paragraphes
    }
counted-units = { $number ->
        [one] { $number } unité citable
       *[other] { $number } unités citables
    }
counted-headings = { $number ->
        [one] { $number } intitulé
       *[other] { $number } intitulés
    }
counted-footnotes = { $number ->
        [one] { $number } note de bas de page
       *[other] { $number } notes de bas de page
    }

## Conversations, questions et réponses

chat-search = Chercher une conversation
chat-nothing-found = Aucune conversation ne contient ces mots.
chat-today = Aujourd’hui
chat-yesterday = Hier
chat-this-week = 7 derniers jours
chat-earlier = Plus anciennes
chat-show-more = Afficher plus
chat-rename = Renommer
chat-delete = Supprimer
chat-new-title = Titre
chat-save = Enregistrer
chat-manage = Conservation des conversations
chat-delete-all = Supprimer toutes les conversations
chat-visit-only = Les conversations disparaissent à la fin de cette visite : elles ne sont conservées que si Pincite sert uniquement l’ordinateur sur lequel il fonctionne.
chat-deleted = Conversation supprimée.
chat-question-deleted = Question supprimée.
chat-undo = Annuler la suppression
chat-edit = Modifier
chat-edit-question = Question
chat-edit-reading = Lire la question comme suit
chat-edit-documents = Documents à interroger
chat-ask-again = Reposer la question
chat-stop = Arrêter
chat-stopped = Recherche arrêtée avant d’avoir donné une réponse.
chat-looking = Recherche en cours…
chat-version-before = Version précédente
chat-version-after = Version suivante
chat-changed = Le texte a changé depuis cette réponse.
chat-quotes-stand = Un document a changé depuis cette réponse ; les mots cités y figurent toujours.
chat-quotes-changed = Un document a changé depuis cette réponse.
chat-edit-read-as = Modifier cette lecture
chat-help = Aide
chat-keyboard = Clavier
chat-shortcuts-on = Activer les touches / Esc et ?
chat-how-to-cite = Comment citer
chat-keys-note = Les touches / Esc et ? sont sans effet pendant la saisie, ou lorsqu’elles sont désactivées ici.
chat-sure-text = « Réponse ici : très probable » indique à quel point il est probable que les documents répondent à la question, selon une estimation fondée sur le degré de correspondance des paragraphes les plus proches. Cliquez sur cette mention pour voir le chiffre.
key-slash = aller à la zone de saisie
key-enter = poser la question
key-shift-enter = commencer une nouvelle ligne dans la question
key-escape = fermer la source
key-question-mark = ouvrir cette aide
key-tab = aller au bouton suivant ou au précédent
cite-text-1 = Citez le document et son paragraphe, sous la forme qui accompagne chaque citation, après avoir ouvert le paragraphe : les mots sont ceux du document, et non ceux de Pincite.
cite-text-2 = Pour indiquer comment vous l’avez trouvé :
chat-menu-of = Renommer ou supprimer : { $name }
delete-all-question = { $number ->
        [one] Supprimer { $number } conversation ?
       *[other] Supprimer { $number } conversations ?
    }
delete-all-kept-question = { $number ->
        [one] Supprimer { $number } conversation de cet ordinateur ?
       *[other] Supprimer { $number } conversations de cet ordinateur ?
    }
chats-deleted = { $number ->
        [one] { $number } conversation supprimée.
       *[other] { $number } conversations supprimées.
    }
chat-kept-in = Uniquement sur cet ordinateur, dans des fichiers que seul votre compte peut lire : { $folder }
chat-version-of = { $version } sur { $versions }
chat-ask-again-of = Interroger de nouveau : { $documents }
chat-whole = { $reference } en entier
chat-read-on = Suite : { $reference }
chat-referred-to = Renvoie à { $reference }
chat-referring = { $reference } y renvoie
chat-section = Même section : { $reference }
what-it-says = { $number ->
        [one] Montrez { $reference }.
       *[other] Montrez { $reference }.
    }
what-it-says-there = { $number ->
        [one] Montrez { $reference } de { $document }.
       *[other] Montrez { $reference } de { $document }.
    }
chat-how-found = Paragraphes repérés à l’aide de Pincite { $version } et vérifiés dans le document.

## Lecture d’un document

page-read = Lecture
read-read-on = Lire en entier
read-choose-document = Document
read-no-such-document = Ce document ne figure plus dans la bibliothèque. Choisissez-en un autre.
read-to-chat = Retour à la conversation
read-contents = Table des matières
read-find = Chercher dans le document
read-find-next = Occurrence suivante
read-find-before = Occurrence précédente
read-matches = { $at } sur { $all }
read-no-match = Aucune occurrence
read-jump = Aller au paragraphe
read-jump-hint = Aller à, p. ex. 51 (j)
read-go = Aller
read-mark-next = Repère suivant
read-mark-before = Repère précédent
read-marks-cited = cités : { $number }
read-marks-found = résultats de recherche : { $number }
read-cited-for = Cité pour : { $question }
read-found-as = Résultat de recherche, rang { $rank }
read-row-columns = Colonnes : { $columns }
read-page = p. { $page }
read-open = Ouvrir { $reference }
read-ask = Question sur ce passage
read-ask-words = Question sur les mots sélectionnés
read-back = Retour
read-forward = Avancer
read-keep-open = Garder ouvert
read-kept = Passages gardés ouverts
read-let-go = Ne plus garder
read-open-again = Ouvrir
read-section = Section
read-section-gone = Cette section ne figure plus dans la bibliothèque.
read-and-more-units = { $number ->
        [one] { $number } autre paragraphe ou élément. Lisez le document en entier pour tout voir.
       *[other] { $number } autres paragraphes ou éléments. Lisez le document en entier pour tout voir.
    }
read-refers-here = { $number ->
        [one] { $number } paragraphe d’un autre document renvoie au présent document.
       *[other] { $number } paragraphes d’autres documents renvoient au présent document.
    }

## La page de la bibliothèque

page-library = Bibliothèque
library-empty = La bibliothèque est vide. Ajoutez les documents que vous souhaitez interroger.
library-no-library = Il n’y a pas encore de bibliothèque. Ajoutez les documents que vous souhaitez interroger.
library-add-shipped = Ajouter le rapport fourni avec Pincite
library-add-documents = Ajouter des documents
library-choose-files = PDF, Word, HTML, Markdown, texte, ou archives ZIP de ces fichiers
library-add = Ajouter à la bibliothèque
library-refused = Refusé :
library-flagged = Signalé :
library-read = Lu :
library-unchanged = Déjà présent :
library-work-goes-on = Une modification de la bibliothèque est en cours. Ajoutez des fichiers lorsqu’elle sera terminée.
library-stays-here = Les fichiers restent sur l’ordinateur où Pincite fonctionne. Ils y sont lus, et les PDF sont conservés pour que leurs pages puissent être affichées.
library-search = Chercher dans la bibliothèque
library-search-hint = Chercher : cote, titre, organe, type, année…
library-symbol = Cote
library-title = Titre
library-date = Date
library-pages = Pages
library-units = Unités
library-notes = Observations
library-choose = Choisir
library-how-to = Cliquez sur une cote pour voir comment le document a été lu. Choisissez des documents pour les interroger ou les retirer.
library-ask-these = Interroger ces documents
library-opening = Ouverture de la bibliothèque…
library-choose-all = Choisir tous les documents affichés
library-show-more = Afficher plus : il en reste { $number }
library-nothing-found = Aucun document ne correspond à cette recherche.
library-back = Retour à la bibliothèque
library-ask-it = Interroger ce document
library-remove = Retirer
library-keep = Conserver
library-to-get-back = Vos propres fichiers ne sont pas touchés. Pour rétablir un document, ajoutez de nouveau son fichier.
library-flags = À citer avec prudence
library-problems = Anomalies de numérotation et autres
library-no-problems = Aucune anomalie n’a été relevée dans la numérotation.
library-unit-list = Unités citables
library-label = Désignation
library-kind = Type
library-page = Page
library-text = Texte
library-detail = Détail
library-page-of-list = Page de la liste
library-issued-by = Publié par
library-session = Session
library-language = Langue
library-also-known = Aussi connu sous
library-files = Fichiers
library-superseded-by = Remplacé par
library-read-again = Afficher ce qui a été écarté
library-read-again-note = Relit le PDF conservé, et énumère ce qui n’est pas du texte citable, comme les en-têtes de page, ainsi que la façon dont les numéros douteux ont été lus.
library-not-kept = Seuls les PDF sont conservés. Pour voir ce qui a été écarté dans un autre fichier, exécutez dans un terminal : pincite inspect FICHIER
library-reading-again = Nouvelle lecture du fichier…
library-set-aside = Éléments écartés : ni unités ni intitulés
library-decisions = Numéros pouvant être lus de plusieurs façons
library-line = Ligne
library-marker = Numéro
library-read-as = Lu comme
library-because = Motif
library-stop = Arrêter
library-stopping = Arrêt après cette étape ; ce qui est achevé est conservé.
library-dismiss = Fermer
library-nothing-changed = Rien n’a changé dans la bibliothèque.
library-hastened = Les nouveaux textes sont si nombreux que l’un des deux modèles de recherche a été laissé de côté, pour gagner du temps. La section « Limits » du fichier README explique comment utiliser les deux.
library-waiting = Un autre programme, peut-être pincite index dans un terminal, est en train de modifier la bibliothèque. L’opération reprendra lorsqu’il aura terminé.
stage-reading = Lecture des fichiers
stage-model = Préparation du modèle (une seule fois)
stage-embedding = Préparation de la recherche
stage-writing = Enregistrement de la bibliothèque
seconds-left = encore { $seconds } s environ
minutes-left = encore { $minutes } min environ
hours-left = encore { NUMBER($hours, minimumFractionDigits: 1) } h environ
counted-read = { $number ->
        [one] { $number } lu
       *[other] { $number } lus
    }
counted-flagged = { $number ->
        [one] { $number } signalé
       *[other] { $number } signalés
    }
counted-unchanged = { $number ->
        [one] { $number } déjà présent
       *[other] { $number } déjà présents
    }
counted-refused = { $number ->
        [one] { $number } refusé
       *[other] { $number } refusés
    }
library-limits = { $files } fichiers au plus à la fois, { $megabytes } Mo par fichier, { $together } Mo au total. Au-delà, ajoutez un dossier depuis un terminal : pincite index DOSSIER
library-held = { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }, { $units ->
        [one] { $units } unité
       *[other] { $units } unités
    }
library-chosen = { $number ->
        [one] { $number } document choisi
       *[other] { $number } documents choisis
    }
library-remove-these = { $number ->
        [one] Retirer ce document de la bibliothèque ?
       *[other] Retirer ces { $number } documents de la bibliothèque ?
    }
library-files-waiting = { $number ->
        [one] Opération arrêtée. Il reste { $number } fichier à traiter : ajoutez de nouveau vos fichiers ; ce qui est fait ne sera pas refait.
       *[other] Opération arrêtée. Il reste { $number } fichiers à traiter : ajoutez de nouveau vos fichiers ; ce qui est fait ne sera pas refait.
    }
library-removed = { $number ->
        [one] { $number } document retiré.
       *[other] { $number } documents retirés.
    } { library-to-get-back }
library-superseded = remplacé par { $symbol }
counted-pages = { $number ->
        [one] { $number } page
       *[other] { $number } pages
    }
library-coverage = { NUMBER($share, style: "percent", maximumFractionDigits: 2) } des caractères du fichier figurent dans une unité ou un intitulé, ou sont écartés ci-dessous.
library-and-more-rows = { $number ->
        [one] … et { $number } autre ligne
       *[other] … et { $number } autres lignes
    }

## Links

link-unknown-documents = Ce lien interroge des documents qui ne figurent pas dans la bibliothèque : { $documents }. Ils ont été laissés de côté.
link-unknown-limits = Ce lien limite la recherche à ce qui ne figure pas dans la bibliothèque : { $limits }. Cette limite n’a pas été appliquée.
link-filter-too-long = Le filtre de ce lien compte plus de { $most } valeurs. Ni ce filtre ni aucune question n’ont été repris.

## Help, tour and about

help-cite-itself = Pour citer Pincite lui-même :
help-cite-what = Programme informatique qui répond aux questions sur des documents officiels en citant le paragraphe exact.
help-cite-program = { $authors }, Pincite, version { $version }, s. d. { help-cite-what }
tour-open = Faire la visite guidée
tour-name = Visite guidée
tour-step = { $number } sur { $total }
tour-back = Retour
tour-next = Suite
tour-ask = Poser une question
tour-ask-text = Écrivez une question dans le champ au bas de la page, avec vos propres mots, ou indiquez un paragraphe. La touche Entrée l’envoie.
tour-quote = Lire les mots cités
tour-quote-text = La réponse est citée mot pour mot à partir des documents. Sous chaque citation figure le paragraphe dont elle est tirée.
tour-source = Voir ces mots à leur place
tour-source-text = Cliquez sur une référence : son paragraphe s’ouvre et les mots cités y sont surlignés. « { previous } », « { up } » et « { next } » mènent aux passages voisins, « { read-read-on } » au document entier.
tour-sure = Savoir si la réponse est sûre
tour-sure-text = Au-dessus des citations est indiqué à quel point il est probable que les documents répondent à la question, avec « { why } » à côté. S’ils ne semblent pas y répondre, Pincite le dit et montre les paragraphes les plus proches.
tour-take-away = Emporter le résultat
tour-take-away-text = « { copy } », à côté d’une référence, vous donne la référence, la citation, une note de bas de page ou une notice bibliographique. « { download-chat } », sur le côté, enregistre le tout avec chaque paragraphe cité.
tour-example-question = Quand le comité se réunit-il ?
tour-example-before = Le comité élit son président ou sa présidente pour deux ans.
tour-example-quote = Le comité se réunit deux fois par an, en mars et en octobre.
tour-example-after = Ses séances sont ouvertes aux observateurs et observatrices.
about-title = À propos de cette bibliothèque
about-holds = Ce qu’elle contient
about-pages = Pages
about-units = Unités
about-tokens = Jetons
about-tokens-note = Les jetons sont des morceaux de mots, tels que les modèles de langue les comptent.
about-unpaged = { $number ->
        [one] { $number } document n’a pas de pages : son fichier n’en comporte pas.
       *[other] { $number } documents n’ont pas de pages : leurs fichiers n’en comportent pas.
    }
about-years = Années
about-unknown = non précisé
about-number = { $number }
about-more-rows = { $number } de plus
about-language = { $code ->
        [ar] arabe
        [de] allemand
        [en] anglais
        [es] espagnol
        [fr] français
        [it] italien
        [nl] néerlandais
        [pt] portugais
        [ru] russe
        [zh] chinois
       *[other] { $code }
    }
about-care = À vérifier avant de citer
about-flagged = { $number ->
        [0] Aucun document n’est signalé.
        [one] { $number } document est signalé : citez-le avec prudence.
       *[other] { $number } documents sont signalés : citez-les avec prudence.
    }
about-faults = { $number ->
        [0] Aucune anomalie n’a été relevée dans la numérotation.
       *[other] Anomalies relevées dans la numérotation ou entre deux fichiers d’un même document : { $number }, dans { $documents ->
            [one] { $documents } document
           *[other] { $documents } documents
        }.
    }
about-fault-kinds = Par type : { $kinds }.
about-fault-kind = { $kind ->
        [gap] numéros manquants
        [duplicate] numéros répétés
        [start] numérotation qui ne commence pas à 1
        [empty] numéros sans texte
        [difference] différences entre deux fichiers
       *[other] { $kind }
    } ({ $number })
about-unresolved = { $number ->
        [0] Tous les renvois internes mènent à un paragraphe du document.
       *[other] Renvois internes qui ne mènent à aucun paragraphe du document : { $number }, dans { $documents ->
            [one] { $documents } document
           *[other] { $documents } documents
        }.
    }
about-count = Compter les renvois non résolus
about-count-note = Cela prend quelques secondes, une seule fois pour tout le monde.
about-counting = Décompte des renvois
about-how-to = Cliquez sur une cote pour voir comment le document a été lu.
about-faults-column = Anomalies
about-unresolved-column = Renvois non résolus
about-made = Comment elle a été constituée
about-index-made = Index créé le
about-made-by = Index créé par
about-models = Modèles de recherche
about-model-weight = { $name } (poids : { $weight })
about-parser = Fichiers lus avec
about-parser-version = version { $version } de l’analyseur
about-parser-of = version { $version } de l’analyseur : { $number ->
        [one] { $number } document
       *[other] { $number } documents
    }
about-parser-old = { $number ->
        [one] { $number } document a été lu par une version antérieure de l’analyseur. Ajoutez de nouveau son fichier pour qu’il soit lu par la version actuelle.
       *[other] { $number } documents ont été lus par une version antérieure de l’analyseur. Ajoutez de nouveau leurs fichiers pour qu’ils soient lus par la version actuelle.
    }
about-aside = Ce qui est écarté
about-furniture = Les en-têtes, numéros de page, tables des matières et éléments analogues ne sont ni des unités ni des intitulés : ils ne font pas l’objet de la recherche et ne peuvent pas être cités.
about-furniture-shown = La bibliothèque ne les conserve pas. Lorsqu’elle conserve le PDF, le rapport sur le document peut les montrer : c’est le cas de { $number } sur { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }.
about-superseded = { $number ->
        [one] Il existe ici une révision plus récente de { $number } document. La recherche ne porte pas sur l’ancienne version, sauf si vous demandez les documents remplacés ou si vous la nommez.
       *[other] Il existe ici une révision plus récente de { $number } documents. La recherche ne porte pas sur les anciennes versions, sauf si vous demandez les documents remplacés ou si vous les nommez.
    }
