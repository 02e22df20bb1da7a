from urllib.parse import unquote
