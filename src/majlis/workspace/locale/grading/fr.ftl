### Cotation : jusqu’où se fier à une source et croire ce qu’elle dit

grade-source = Coter cette source
grade-lead = Dites jusqu’où l’on peut se fier à la source et croire ce qu’elle dit. Ce qui repose sur elle est signalé, afin que ceux qui en répondent le relisent.
grade-now = Cotation actuelle
grade-do = Enregistrer la cotation
grade-done = La cotation est enregistrée. Ce qui repose sur la source est signalé.
grade-outdated = Quelqu’un a modifié la source pendant votre lecture. Votre choix est conservé ci-dessous : regardez la cotation actuelle, puis enregistrez la vôtre si elle vaut toujours.
grade-reliability = Fiabilité de la source
grade-credibility = Crédibilité de ce qu’elle dit
grade-lossy = Choisissez dans l’échelle où vous la connaissez. Une cotation connue en 4x4 est conservée comme la pire qu’elle puisse désigner : d’une échelle à l’autre, quelque chose se perd, jamais en mieux.
grade-admiralty = Échelle de l’Amirauté (A–F, 1–6)
grade-four = 4x4 (A, B, C, X et 1–4)
grade-plain = { $part } : { $code }
grade-converted = En 4x4, après conversion : { $code } ({ $source } ; { $information }). La conversion fait perdre quelque chose, jamais en mieux.
may-grade = Seuls les organisateurs et administrateurs de l’institution qui a noté la source peuvent la coter.
four-source-a = aucun doute sur la source
four-source-b = source fiable dans la plupart des cas
four-source-c = source non fiable dans la plupart des cas
four-source-x = ne peut être évaluée
four-information-1 = exacte sans aucun doute
four-information-2 = connue directement de la source
four-information-3 = rapportée à la source et corroborée par ailleurs
four-information-4 = ne peut être évaluée
