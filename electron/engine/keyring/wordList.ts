/**
 * 2,048 short English words, drawn up for Tickmark: 4 to 7 letters, told apart by their first four, no two of them sounding
 * alike. Their order is part of every file that names a key or a journal head in words, so it never changes.
 */
export const wordList: readonly string[] = `
abacus ablaze about above absent absorb accent accord acid acorn acre across action actor actual adjust admit adopt
adult adverb advice aerial afar affair affirm afford afraid again agate agent agile agony agree ahead aisle alarm
album alcove alert algae alien alike alley allow almond alone alpaca alpha alpine also altar always amaze ambush
amend among amuse anchor angel animal ankle annex annual answer anthem antler anvil aorta apart apex apple april
apron aqua arcade arch arctic area arena argue arise armada armor army aroma around arrive arrow artery artist ascend
aside asleep aspen asset assist assume aster atlas atom atrium attach attend attic auburn audio august aurora author
auto autumn avenue avoid awake award away awful awning axiom axis axle azure baboon baby badge bagel bamboo banana
banjo banner barber barley barrel basalt basic baton battle bayou bazaar beaver become beetle before begin behave
behind beige being belief below bench bend beret beside better beyond binary bingo birch bird bison bitter blade
blast bleat bless blimp block blond bloom blouse blow bluff blurb bobcat body bonnet bonsai bonus boogie boost border
borrow botany both bottle bowl boxer brave breeze briar brief bright brine brisk broad broken bronze brook bruise
brunt brush bubble bucket buddy budget buggy bugle bulb bumper bundle burden bureau burger burn burrow burst busy
butler butter buyer buzz cabin cactus cadet cairn calf camel canal candy cannon canoe canvas canyon carbon cargo
carol carry case casual cattle cause cedar celery cement census cereal chain chalk change chapel charm cheap check
cheese chef cherry chess chia chief child chirp chisel chive choice choose chorus chrome chunk church cider cinema
circle citrus city civil claim clam class clean cleft clerk clever click client cliff climb clinic clog cloth cloud
clove clown club coach cobalt cobra cocoa code coffee cohort collar color column comb comic common condor consul
convoy copper coral cork cosmic cotton cougar couple cousin coyote cozy cradle crag crane crater crawl crayon crazy
credit creed crest crew crisp critic croak cross crowd cruise crumb crunch crypt cuckoo cuff curfew curl curve custom
cycle cymbal dahlia daisy danger dapper daring dark data debate debris decade decent decide decoy deep defend define
degree delay delta demand denim denote dental depart depend depot depth deputy derby desert design desk detail detect
device devote diary diesel differ digit diner dinghy dinner direct dirge dirt disco ditto divide dizzy doctor dodo
dogma doll domain domino donate donkey door dorm dose double dozen dragon drama drape draw dream dress drift drink
drive drone drool drop drowsy drum dryer dual duck duet duke dulcet duplex during duty dwell each eager eagle early
earn earth easy eave ebony echo eclair edge effect effort either elbow elder elite elixir else embark ember emblem
emerge employ empty enable enamel encore endure energy engage engine enigma enlist enough enrich ensure enter entire
entry envoy enzyme epic epoch equal equip erase erect ermine errand error escape essay estate ether ethics even evoke
evolve exact excel excite excuse exempt exhale exile exist exit exodus exotic expand expect extend extra fabric
facade fact faith falcon fall fame family famous fancy father faucet favor feline fellow fence fern ferry fetch feud
fiber fiddle fidget fierce fiesta fifty figure filter final finch finger finish firm first fiscal fish flair flake
flank flash flat flavor fleck fleet flex flight flip float floe flood flora flour fluffy fluid flute focus foggy
follow fond forage force forest forget forum fossil foster foyer frame free fresh friday friend fringe frog frost
froth frown frozen frugal fruit fuel fungus funnel furrow future fuzzy gadget gait galaxy gallon galore garage garden
gargle garlic gasp gather gauge gavel gecko genius gentle geode germ geyser giant gibbon giggle ginger give glad
glance glaze gleam glint globe glory glossy glue gnaw gnome goal goblet goggle good goose gopher gorge gossip govern
grab grace graft grain grand grass gravel great green grin groom grotto group grove grow grumpy guard guava guess
guide guild guitar gulf guru gutter gypsum gyro habit haiku halo hamlet hammer hamper happy harbor hawk hazard heat
heavy height helix hello helmet herald herd hermit hidden high hike hippo hoard hockey hold holly homage honor hope
horn horse host hover hubcap huge hull human humble humid hummus hunt hurdle hurry hybrid hyena hymn hyphen icicle
idea idiom idle igloo ignite ignore iguana image immune impact import inch income index indigo indoor infant inform
ingot inhale inject inlet inner input insect inside intact invite iodine iris iron island issue italic item ivory
jackal jade jaguar jazz jeans jelly jersey jester jetty jewel jiffy jigsaw jingle jockey jogger join joke jovial judo
juggle juice jumbo jump june jungle junior jury just kale karate kayak kebab keen kennel kernel kettle kidney kiln
kimono kiosk kite kitten kiwi knee knife knight knob knock koala krill labor lace ladder lagoon lamb lament lance
lapel lapse laptop larder large lasso latte laugh launch laurel lava layer lazy leader league leap learn leash legend
legume lemon lemur length lens lentil lesson letter level lilac lily lime limit lion liquid little lizard llama loan
lobby locust lodge loft logic lonely loop lotion lotus loud lounge love lucky lumber lunar lung lupine lurk luxury
lynx lyre lyric madam magic magma magnet magpie main mallet mammal manage mango mantis manual maple marble margin
marina maroon marsh mascot mask mason matrix matter mayor maze meadow mean media medley mellow melon member memoir
menace menu mercy merge merit mesh metal meteor method metric middle milk mimic mine minnow minor minute mirror mirth
mist mitten moat mobile modify module mohair moist moment monday money monkey month more morsel mortar mosaic motel
motion mount mouse movie muffin mulch mumble murmur muscle muse music musket mutton mutual muzzle myself myth nape
napkin narrow nasal nation nature navy nebula neck nectar need neon nephew neptune nerve neutral never news next nice
nickel niece nimble ninja noble nobody noise nomad nonstop noodle nook normal north nostril notable note nothing
notice nougat novel novice nozzle nuance nuclear nudge nugget number nurse nutmeg nylon oasis oath oatmeal obelisk
obey object oblige oblong oboe observe obtain obvious occur ocean octave october odor offer office often ogre olive
olympic omega omelet omit onion online only onset onward onyx ooze opal opaque open opera opinion oppose optic oracle
orange orator orbit orchid order oregano organ orient origin oriole ornate orphan osprey ostrich otter ounce outback
outdoor outer outfit outlaw output outside oval over owner oxen oxide oxygen oyster ozone pacific paddle padlock page
pagoda pair palace palm pancake panda pansy papaya paper papyrus parade parcel parent parlor parrot parsley part pass
path patio patrol pattern payment peace peak peanut pearl peasant pebble pecan pedal peel peer pelican pelt pencil
pendant penguin pennant pension people pepper perch perfect perk permit person pesto petunia pewter phantom phase
phone photo phrase piano picnic picture pigeon pilgrim pill pilot pimento pinball pink pioneer pipe pirate pitch
pivot pixel pizza plaid plastic plate play plaza plea pledge plenty pliers plot pluck plum plural plus plywood pocket
poem poet point poise poker polar pole police polka pollen polygon pomelo pony popcorn poplar poppy popular possum
potato potion pottery pouch poultry powder power praise prank prawn predict prefer prelude premium prepay present
pretty prevent price primary print prior prism private prize probe process prod profit program project promise proof
prosper protect proud provide prowl prudent prune public puddle pueblo puffin pulp pulse puma punch pupil puppy
purple push puzzle pylon pyramid python quail quake quality quantum quarry quash query quest queue quick quiet quill
quince quirk quiver quiz quota rabbit raccoon rack radar radio raft raid raise rally rambler ramp ranch random range
rapid rapport rare rate rather rattle ravine razor reach ready real reason rebate recall recent recipe record recycle
reduce reef refer reflect reform refuge regal region regret regular reject relax release relief rely remain remedy
remind remote render renew rent repair repeat reply report reptile request rescue reserve resist resort respect
result retail retire retreat return reunion reveal review revolve reward rhino rhubarb rhyme rhythm ribbon rich
riddle ridge rigid rind rinse ripple rise river roam roast robe robin robot robust rodeo romance roof rookie rooster
root rotate rotor rough round rowboat royal rubber ruby rudder ruffle rugby rule rumble rumor runner runway rupee
rural rush sachet saddle safari safe saffron saga saint salad salmon salon salsa salt salute salvage sample sand
sapling sardine sash satchel satin saturn sauce sauna sausage savanna savory scald scan scarf scatter scene scheme
school science scoop score scowl scrap screen scribe scroll scrub seafood seagull seam season seaweed second secret
sector secure sedan seek seesaw segment select senate senior sense sequin serene series serpent serve sesame session
setback settle seven shaft shallow shampoo shanty shape shard shawl shed sheen shelf sherbet shield shimmer shin
shirt shock shoe shop shore shovel shred shrimp shrub shuffle shut sibling side siege sierra sift sight sign silent
silicon silly silo silver similar simmer simple since sinus siphon siren sister sitar size skate sketch skill skip
skirt skyline slack slalom slap sled sleigh slender slice slide slight slim slipper slogan slope slumber slush small
smart smear smelt smile smock smoke smooth smudge smuggle snack snail snake snare sneeze sniff snip snout snow
snuggle soar soccer social sock soda sofa soil soldier solid solo solve some sonar song sonnet soon soprano sorrel
sort souffle sound soup south space spade span spatula spawn speak special speed spell spend sphere spider spike
spire splash split spoil spokes sponge spoon sport spot spray spread sprig sprout spruce spur squat squeak squid
stable stadium staff stage stain stalk stand stash stay steak steep stencil step stern stick still sting stir stitch
stone stool stork stout stove stow strew strip stroll strum stub study stuff stump stun sturdy style subject submit
subtle suburb subway success such sudden suffix sugar suggest suit sulfur sulk sumac summer sunday sunny sunrise
super supper sure surge surly surplus survey sushi suspend swab swallow swamp swarm swat swear sweep swerve swift
swim swing swirl swish switch swoop sword symbol synapse syntax syrup system tabby table tactic tadpole take talent
talk tandem tang target tariff tarp tartan tassel taste taunt tavern tawny taxi teach teapot tear tease tedious teem
teeth tell tempo tenant tender tennis tenor tepid terrace tether text thank that thaw theater then theory there
thesis thick thimble thing thirsty this thorn thought three thrift throb thud thumb thunder thyme tiara ticket tidal
tidy tiger tight tile timber tinsel tint tired tissue title toad toast today toffee toggle token tomato tombola tone
tongue tonic tonsil tool tooth topaz topic topple torch torpedo torso toss total totem totter tough tour toward towel
town track trade traffic trail trance travel tray tread treble trek tremble trend trial tribe trilogy trim trinket
trip trite triumph trivia trolley troop trophy trot trout true truffle trumpet trunk trust truth tube tuft tugboat
tuition tulip tumble tuna tundra tunnel turbo turf turkey turtle tusk tutor tuxedo twang tweak tweed twelve twenty
twig twin twirl twist twitch type typhoon typical udder ukulele umpire unable uncle under unearth unfold unicorn
unify union unique unison unit unlock until unusual unveil upbeat update upgrade uphill upon upper upright upset
uptown uranium urban urchin urge usable usage useful usher usual utensil utility utmost utopia vacant vaccine vacuum
valid valley valor value valve vane vanish vapor various varnish vast vault vector vehicle veil velvet vendor vent
venue veranda verb verdict verify verse very vessel veteran veto vial vibrant victory video view vigor viking villa
vintage vinyl viola viper virtue visa visit vista visual vital vivid vocal vogue voice void volcano volley volt
volume vortex vote voucher vowel voyage vulture waddle wafer waffle wage wagon wail waist walk walnut walrus waltz
want warbler warm warrant wary watch water wealth weasel weather weave wedding wedge weekday weevil welcome weld west
whack wharf wheat wheel whiff whip whirl whisk white whiz whole wick width wield wiggle wigwam wilt wince wing winner
winsome winter wire wisdom wisp witness wizard wobble wolf woman wombat wonder wool word world worth woven wrangle
wrap wreath wren wrestle wrinkle wrist yacht yank yard yawn year yeast yellow yelp yeti yield yodel yoga yogurt yolk
yonder young your youth yoyo zany zeal zebra zenith zephyr zero zest zigzag zinc zipper zodiac zone zoom
`
  .trim()
  .split(/\s+/)
