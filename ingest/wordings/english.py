"""What English pages write around their articles."""

from ingest.wordings.wording import Wording

ENGLISH = Wording(
    language="en",
    buttons="""
        skip to [main] content, jump to [main] content, skip to navigation, skip to main, skip to search, back to top
        share [this|the] [article|story|page|post] [on facebook|on twitter|on x|on linkedin|on whatsapp]
        share this, share via email, share via e-mail, copy link, copy the link, link copied
        save [article|story|for later], print [this] [article|page], email, e-mail, gift [this] article, bookmark
        facebook, twitter, tweet, linkedin, whatsapp, telegram, instagram, tiktok, youtube, reddit, flipboard
        pinterest, messenger, bluesky, mastodon, threads, x
        log in [now], log out, sign in [now], sign up [now], sign out, register [now], subscribe [now|today|here]
        become a member, donate [now], support us, join us, my account, menu, search, close [menu], open menu
        home, homepage, more, read more [here], read the full story, read the full article, full story, full article
        read next, show more, show less, show all, see more, see all, load more, view all, view more, view comments
        view gallery, view photos, continue reading [below], play [video], watch [now], pause
        listen [now], listen to this article, listen to the article, listen to this story, listen to the story, audio
        next [article|story], previous [article|story]
        advertisement, advertisment, advertorial, advert, ad, ad feedback, sponsored [content], paid content, promoted
        scroll to continue, article continues below [this ad|this advertisement]
        article continues after [this ad|this advertisement|ad|advertisement], story continues below [this ad]
        story continues below [this] advertisement, story continues after [this] ad, story continues below ad
        story continues after [this] advertisement
        comments, comment, no comments, # comments, # comment, comments #, leave a comment, post a comment
        add a comment, # shares, # views, # likes, reply, report an error
        terms of use, terms of service, terms and conditions, terms & conditions, privacy [policy]
        cookie policy, cookie settings, manage cookies, manage preferences, contact [us], about us
        accept [all] [cookies], reject all, expand, contents, content, newsletter, newsletters, follow [us], rss
        sitemap, careers, image # of #, # of #, slide # of #, show captions, hide captions, enlarge [image]
        view in app, open in app, download the app, get the app, add to favourites, add to favorites
        add as a preferred source on google, make us preferred on google, follow topic, listen in app
    """,
    read_also="""
        read also, see also, watch also, also read, read next, read more:, more:, related
        related article, related articles, related story, related stories, related news, related reading
        related coverage, related content, related post, related posts, related topic, related topics
        more on this, more on this story, more on this topic, more stories, more news
        recommended, recommended stories, recommended reading, recommended for you, don't miss
        you may like, you may also like, you might like, you might also like, you may be interested in
        you may also be interested in, you might also be interested in, further reading, in other news
        most read, most popular, most viewed, trending, trending now, top stories, latest news, latest stories
    """,
    by="by, written by, reported by, story by, words by, text by, analysis by, opinion by, commentary by, author:",
    staff="writer, writers, reporter, reporters, correspondent, correspondents, editor, editors, "
    "contributor, contributors, columnist, columnists, staff, bureau chief, journalist",
    published="[first|originally] published [on|at], [first|originally] posted [on|at], created [on|at], date",
    updated="updated [on|at], update, last updated [on|at], last update, modified [on|at], last modified [on|at], "
    "edited [on|at], last edited [on|at], revised [on|at]",
    at="at, on",
    pictures="photo, photograph, image, picture, photo credit, photo credits, image credit, image credits, "
    "photo by, image by, photo courtesy, photo courtesy of, image source, picture credit, picture source",
    tags="tag, tags, topic, topics, filed under, keyword, keywords, category, categories, in this article",
    rights="all rights reserved",
    boxes=(
        r"(?:sign up|subscribe)\b.*\b(?:newsletters?|inbox|e-?mail alerts?|notifications)\b.*",
        (
            r"(?:register|get|join)(?![-\w]).*\b(?:our|your|us|free|here|now|daily|weekly|morning)\b.*"
            r"\b(?:newsletters?|inbox|e-?mail alerts?|notifications)\b.*"
        ),
        (
            r"(?:register|get|join)(?![-\w]).*\b(?:newsletters?|inbox|e-?mail alerts?|notifications)\b.*"
            r"\b(?:our|your|us|free|here|now)\b.*"
        ),
        r"(?:subscribe|join|get)\b.*\b(?:free trial|(?:telegram|whatsapp|youtube) channel)\b.*",
        r"subscribe to [^,]{0,60}",
        r"by (?:signing up|submitting|entering your|subscribing)\b.*\b(?:you|your|i|our)\b.*",
        r"by (?:choosing|clicking|continuing|using)\b.*\b(?:you|your|i|our)\b.*\b(?:cookies|terms|privacy)\b.*",
        r"this site is protected by (?:\w*captcha|hcaptcha|cloudflare|google)\b.*",
        (
            r"this (?:audio|article|translation|summary|recording|story) (?:is|was|has been) \w+\b.*"
            r"\b(?:with|by|using) (?:an? )?(?:ai|automatic(?:ally)?|automated|artificial|machine (?:translation|learning))\b.*"
        ),
        r"(?:we|this (?:web)?site|our (?:web)?site)\b.{0,30}\b(?:uses?|stores?|sets?|places?) .{0,30}\bcookies?\b.*",
        r"(?:please )?(?:enable|turn on|allow) (?:javascript|cookies)\b.*",
        r"your browser (?:(?:does not|doesn['’]t) (?:\w+ )?support|is (?:not|no longer|out|outdated|unsupported|blocking))\b.*",
        r"(?:can['’]t|cannot) see (?:the|this)\b.*\b(?:click|reload|refresh)\b.*",
        r"follow .{1,40} on (?:facebook|twitter|x|instagram|telegram|google|linkedin|bluesky|youtube|threads)\b.*",
        r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}(?! (?:was|is|has|will|law)\b))).{0,250}",
        r"(?:please )?support (?:our|independent|quality|local) (?:work|journalism|reporting|newsroom|media|news)\b.*",
        r"if (?:this|our) (?:story|article|reporting|work|journalism)\b.*\b(?:support|subscribe|donat\w+)\b.*",
        r"(?:click|tap|press) here (?:to|for)\b.{0,80}",
        r"(?:download|get) (?:our|the) (?:free )?app\b.*",
        r"(?:listen to|hear) (?:this|the) (?:article|story|episode|podcast)\b.{0,40}",
        r"if you (?:spot|find|notice|have (?:found|spotted)) (?:a|an) (?:mistake|error|typo)\b.*\b(?:us|our|this (?:page|article|story|report)|e-?mail|let)\b.*",
        r"read (?:more|the full (?:story|article|report))\b[^.:,]{0,80}\bhere\.?",
        (
            r"(?:this (?:article|story|report) )?(?:(?:was|is|has been) )?(?:originally |first )?"
            r"(?:(?:retold|republished|reprinted|reproduced|syndicated) (?:for|from|with (?:the )?permission|by)\b.*"
            r"|(?:adapted|translated) (?:for|from|by)\b[^,]{0,80}"
            r"|\w+ (?:with (?:the )?permission|under (?:an? )?(?:[\w-]+ ){0,3}licen[cs]e)\b.*)"
        ),
        r"this (?:article|story|report) (?:was )?(?:originally |first )(?:appeared|published|ran)\b.*",
        r"we\b.{0,60}\b(?:earn|receive|get|make|collect|paid)\b.{0,30}\b(?:an?|affiliate|small) commissions?\b.*",
        r"we\b.{0,80}\baffiliate (?:links?|partners?|commissions?|program\w*|advertis\w+)\b.*",
        r"if you (?:buy|make a purchase|click|purchase)\b.*\b(?:we|us)\b.*\b(?:affiliate|commission)\b.*",
        r"if you (?:buy|make a purchase|click|purchase)\b.*\baffiliate (?:links?|commissions?)\b.*",
        r"prices were (?:accurate|correct) at the time\b.*",
        r"need a (?:news )?break\? .{0,80}",
        r"more [\w ]{2,30}: (?:https?://|www\.)\S+.*",
        r"have (?:a|any) (?:news )?(?:tips?|story ideas?)\b.{0,30}\?.*",
    ),
    ours=r"newsletters?|inbox|sign(?:ing)? up (?:here|for|to (?:get|receive|our))|subscrib(?:e|ing) (?:to|here|now|today)"
    r"|(?:digital|become a) subscribers?|donate (?:now|here|today|to (?:us|our))|all rights reserved|click (?:here|on)"
    r"|follow (?:us|him|her|them|me) (?:on|@)|(?:reach|contact|e-?mail) (?:us|him|her|them|the (?:reporter|author|writer)) (?:at|on|by)"
    r"|(?:our|local|independent) (?:journalism|newsroom)|(?:our|the) free app|(?:earn|receive) (?:us )?an? (?:affiliate|commission)\w*"
    r"|this (?:article|story|report|transcript|column) (?:was|is|has been|first|originally|appeared|may)"
    r"|our (?:editors|readers|podcasts?|reporters|website|terms)|(?:opinion|guest|special) (?:contributor|columnist)"
    r"|thank you for (?:reading|supporting|subscribing)|for subscribers",
)
