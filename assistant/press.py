"""Outlets that many readers know: naming one as a source says something even where the library has none of it."""

from __future__ import annotations

from functools import cache

from assistant.masthead import Credits, Masthead, masthead_of

_KNOWN = """
ABC News, Al Arabiya, Al Jazeera, Agence France-Presse, Ars Technica, Associated Press, The Atlantic, Axios,
Barron's, BBC, BBC News, BBC Sport, Billboard, Bloomberg, Boston Globe, Breitbart, Business Insider, Business
Standard, BuzzFeed, CBC, CBS, CBS News, CBS Sports, Chicago Tribune, Christian Science Monitor, CNBC, CNET,
CNN, Daily Beast, Daily Express, Daily Mail, Daily Mirror, Daily Telegraph, Deadline, Der Spiegel, Deutsche
Welle, Die Zeit, Economic Times, The Economist, El País, Engadget, Entertainment Weekly, ESPN, Euronews,
Evening Standard, Financial Times, Forbes, Foreign Affairs, Foreign Policy, Fortune, Fox News, Frankfurter
Allgemeine, Gizmodo, The Globe and Mail, The Guardian, Haaretz, The Hill, The Hindu, Hindustan Times,
Hollywood Reporter, HuffPost, Huffington Post, The Independent, Indian Express, Insider, The Intercept,
Interfax, The Irish Times, Japan Times, Jerusalem Post, Kyiv Independent, Kyiv Post, Le Figaro, Le Monde, Los
Angeles Times, Marca, MarketWatch, Mashable, Meduza, Miami Herald, Moscow Times, National Geographic, Nature,
NBC, NBC News, New Scientist, New York Post, New York Times, The New Yorker, Newsweek, Nikkei, NPR, The
Observer, PBS, PC World, People, Politico, ProPublica, Quartz, Radio Free Europe, Reuters, Rolling Stone,
Scientific American, Sky News, Sky Sports, Slate, South China Morning Post, Space.com, Sports Illustrated,
Straits Times, Süddeutsche Zeitung, The Sun, Sydney Morning Herald, TASS, TechCrunch, The Telegraph, Time, The
Times, Times of India, TMZ, Ukrainska Pravda, USA Today, Vanity Fair, Variety, The Verge, Vice, Vogue, Vox,
Wall Street Journal, Washington Post, The Week, Wired, Xinhua, Yahoo, ZDNet"""


@cache
def known_press() -> Masthead:
    """These outlets, called as people call them."""
    return masthead_of(Credits(tuple(" ".join(name.split()) for name in _KNOWN.split(",")), ()))
