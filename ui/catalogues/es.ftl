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
library-stop = Detener
library-stopping = Se detendrá después de este paso; lo que esté completo se conserva.
library-dismiss = Cerrar
library-nothing-changed = No ha cambiado nada en la biblioteca.
library-hastened = Hay tanto contenido nuevo que, para ahorrar tiempo, se prescindió de uno de los dos modelos de búsqueda. En el archivo README, en el apartado «Limits», se explica cómo usar ambos.
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
about-language = { $code ->
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
