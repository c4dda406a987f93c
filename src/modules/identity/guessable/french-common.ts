/**
 * Passwords and words French speakers choose first, the likeliest first: keyboard rows, greetings, nicknames,
 * first names, clubs, towns, departments, months, animals, food (SEC-07). Lower case, without accents.
 * The general lists come from the dictionaries of zxcvbn; these are the ones they miss or rank too low.
 */
export const frenchCommon: readonly string[] = `
azerty motdepasse azertyuiop marseille doudou loulou soleil bonjour chouchou nicolas
jetaime amour coucou moimoi lolita bebe motdepass azert mdp qsdfgh
wxcvbn aqwzsx azeqsd qsdfghjklm azer maman papa mamanpapa secret sesame
france paris chocolat camille thomas pierre alexandre julien sebastien caroline
vanille canelle caramel praline noisette minou minette chaton toutou titou
titi toto tata tonton tintin nounou nounours bisous bisou calin
tigrou bouboule poupette puce pupuce mapuce choupette choupinette choupi cherie
cheri moncoeur monamour monange ange coeur bebechou poussin poussinette lapinou
princesse prince roi reine etoile lune soleil1 papillon fleur rose
marguerite tulipe jasmin violette coquelicot iris muguet pivoine orchidee lavande
olympique psg om asse losc fcnantes girondins stade rennais lens
toulouse lyon nantes lille bordeaux nice strasbourg montpellier rennes reims
grenoble toulon dijon angers brest lehavre saintetienne nimes clermont limoges
metz nancy rouen caen tours orleans amiens besancon perpignan mulhouse
bretagne normandie corse alsace provence savoie auvergne vendee gironde finistere
morbihan herault vaucluse isere rhone essonne yvelines ardeche aveyron dordogne
guadeloupe martinique guyane reunion mayotte tahiti alger algerie maroc tunisie
senegal portugal italie espagne djibouti comores
janvier fevrier mars avril mai juin juillet aout septembre octobre
novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
printemps ete automne hiver noel vacances anniversaire famille maison enfants
louise emma jade alice chloe lina lea manon ines sarah
laura julie marine pauline marion charlotte clara mathilde sophie celine
nathalie isabelle sylvie valerie sandrine stephanie veronique christine catherine monique
gabriel raphael leo louis lucas adam hugo jules arthur nathan
enzo theo maxime antoine clement quentin kevin jeremy benjamin guillaume
mohamed mehdi karim yanis rayan ilyes fatima yasmine amina nadia
philippe michel alain bernard daniel christophe laurent stephane olivier vincent
pascal didier jerome frederic fabrice cedric ludovic martin dupont durand
dubois lefebvre moreau girard bernadette jacqueline
chat chien cheval lapin tigre lion loup panda dauphin souris
poisson tortue licorne dragon oiseau abeille coccinelle cochon vache poney
fraise cerise banane citron orange pomme framboise peche melon pasteque
croissant baguette fromage camembert nutella bonbon sucette biscuit gateau crepe
merguez couscous pastis ricard champagne cognac
zidane mbappe griezmann pogba benzema platini ribery giroud johnny goldman
naruto pikachu pokemon asterix obelix schtroumpf mickey barbapapa
rouge bleu vert jaune blanc noir violet turquoise rouge1 bleublanc
liberte egalite fraternite republique bienvenue merci salut bonsoir bonnenuit ordinateur
internet connexion identifiant utilisateur admin administrateur invite test essai
changeme changermoi nouveau ouvretoi ouistiti saperlipopette nimportequoi jesaispas aucun rien
facile simple oublie passe password codesecret moncode moncompte monmotdepasse lemotdepasse
impots securite securitesociale amelie ameli assurance carte banque argent
travail chomage retraite logement loyer sante medecin pharmacie hopital mairie
allocations allocation prestation caisse dossier famille1
guitare musique danse football foot rugby tennis judo natation petanque
moto voiture camion velo peugeot renault citroen clio twingo kangoo
`
  .trim()
  .split(/\s+/);
