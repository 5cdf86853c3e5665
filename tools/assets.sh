#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Embeds assets: assets.sh OUT.h OUT.S OUT.c FILE...
# Style sheets and scripts are minified. Each file gets a name with its content's hash (inti.3f9a1c2b.css), a brotli and a
# gzip form where they are smaller, an entry in ASSETS and a macro for the templates (ASSET_INTI_CSS). url("name") in style
# sheets becomes the hashed path, and so does asset:name in scripts and the manifest; an unknown one fails. sw.js keeps its
# place at the root, for a service worker sees no more than the folder it lies in, and is asked for anew each time.
set -eu
node_modules=$(dirname "$0")/../node_modules
header=$1 assembly=$2 table=$3
shift 3
forms=$assembly.forms
rm -rf "$forms"
mkdir -p "$forms"
forms=$(cd "$forms" && pwd)

media_type() {
	case $1 in
	*.css) echo 'text/css; charset=utf-8' ;;
	*.js) echo 'text/javascript; charset=utf-8' ;;
	*.svg) echo 'image/svg+xml' ;;
	*.png) echo 'image/png' ;;
	*.woff2) echo 'font/woff2' ;;
	*.webmanifest) echo 'application/manifest+json' ;;
	*.txt) echo 'text/plain; charset=utf-8' ;;
	*) echo "assets.sh: $1: unknown kind of file" >&2; exit 1 ;;
	esac
}

# inti.css -> inti.HASH.css
hashed_name() {
	hash=$(sha256sum "$2" | cut -c1-8)
	echo "${1%.*}.$hash.${1##*.}"
}

# url("mark.svg") -> url("/a/mark.HASH.svg"); the others were hashed before
rewrite_urls() {
	for known in "$forms"/*.named; do
		[ -e "$known" ] || continue
		plain=$(basename "$known" .named)
		sed -i "s#url(\"$plain\")#url(\"/a/$(cat "$known")\")#g" "$1"
	done
	if grep -Eo 'url\("[^"]*"\)' "$1" | grep -Ev 'url\("(/a/|data:|#)' >&2; then
		echo "assets.sh: $1: names an asset that is not here" >&2
		exit 1
	fi
}

# asset:app.js -> /a/app.HASH.js
rewrite_names() {
	for known in "$forms"/*.named; do
		[ -e "$known" ] || continue
		sed -i "s#asset:$(basename "$known" .named)\b#/a/$(cat "$known")#g" "$1"
	done
	if grep -Eo 'asset:[a-z0-9.-]+' "$1" >&2; then
		echo "assets.sh: $1: names an asset that is not here" >&2
		exit 1
	fi
}

# In place. The browsers of the target list are the oldest we serve. Without esbuild (a build without npm) the file stays
# as it was written, and the build says so.
minify() {
	if [ ! -f "$node_modules/esbuild/bin/esbuild" ] || ! command -v node > /dev/null; then
		echo "assets.sh: esbuild is not installed: $1 is embedded as written" >&2
		return
	fi
	kind=${1##*.}
	node "$node_modules/esbuild/bin/esbuild" --minify --loader="$kind" --log-level=warning --charset=utf8 \
		--target=chrome88,safari15,firefox90 < "$1" > "$1.min"
	mv "$1.min" "$1"
}

# keep_if_smaller COMPRESSED PLAIN: an already packed file (a font) gains nothing from a second packing
keep_if_smaller() {
	if [ "$(wc -c < "$1")" -ge "$(wc -c < "$2")" ]; then : > "$1"; fi
}

embed() {
	name=$(basename "$1")
	type=$(media_type "$name")
	cp "$1" "$forms/$name"
	chmod u+w "$forms/$name"
	case $name in
	*.css) rewrite_urls "$forms/$name" ;;
	*.js | *.webmanifest) rewrite_names "$forms/$name" ;;
	esac
	case $name in *.css | *.js) minify "$forms/$name" ;; esac
	hashed=$(hashed_name "$name" "$forms/$name")
	echo "$hashed" > "$forms/$name.named"
	path=/a/$hashed
	case $name in sw.js) path=/sw.js ;; esac
	gzip -9nc "$forms/$name" > "$forms/$name.gz"
	brotli -q 11 -c "$forms/$name" > "$forms/$name.br"
	keep_if_smaller "$forms/$name.gz" "$forms/$name"
	keep_if_smaller "$forms/$name.br" "$forms/$name"
	macro=$(echo "$name" | tr 'a-z.-' 'A-Z__')
	printf '#define ASSET_%s "%s"\n' "$macro" "$path" >> "$header"
	number=$((number + 1))
	for form in '' .br .gz; do
		label=asset_${number}_$(echo "${form:-data}" | tr -d .)
		printf '\t.globl %s\n\t.balign 16\n%s:\n\t.incbin "%s"\n\t.byte 0\n' "$label" "$label" "$forms/$name$form" \
			>> "$assembly"
		printf 'extern const unsigned char %s[];\n' "$label" >> "$forms/externs"
	done
	etag=$(echo "$hashed" | sed 's/.*\.\([0-9a-f]\{8\}\)\.[^.]*$/\1/')
	printf '\t{"%s", "%s", "%s", "W/\\"%s\\"", asset_%d_data, %d, asset_%d_br, %d, asset_%d_gz, %d},\n' \
		"$name" "$path" "$type" "$etag" "$number" "$(wc -c < "$forms/$name")" \
		"$number" "$(wc -c < "$forms/$name.br")" "$number" "$(wc -c < "$forms/$name.gz")" >> "$forms/rows"
}

cat > "$header" <<'END'
/* Generated from assets/; do not edit. */
#ifndef ABDI_GENERATED_ASSETS_H
#define ABDI_GENERATED_ASSETS_H
#include <stddef.h>

struct asset {
	const char *name, *path, *type, *etag; /* "inti.css", "/a/inti.3f9a1c2b.css"; weak: the forms share it */
	const unsigned char *data;
	size_t len;
	const unsigned char *br; /* br_len 0: there is no such form */
	size_t br_len;
	const unsigned char *gz;
	size_t gz_len;
};
extern const struct asset ASSETS[];
extern const int ASSET_COUNT;
/* The hashed path of a plain name, or NULL. */
const char *asset_path(const char *name);

END
printf '/* Generated from assets/; do not edit. */\n\t.section .rodata\n' > "$assembly"
: > "$forms/rows"
: > "$forms/externs"
number=0
# what is named comes before what names it
for file in "$@"; do case $file in *.css | *.js | *.webmanifest) ;; *) embed "$file" ;; esac; done
for file in "$@"; do case $file in *.css | *.webmanifest) embed "$file" ;; esac; done
for file in "$@"; do case $file in */app.js | */sw.js) ;; *.js) embed "$file" ;; esac; done
for file in "$@"; do case $file in */app.js) embed "$file" ;; esac; done
for file in "$@"; do case $file in */sw.js) embed "$file" ;; esac; done
printf '\n#endif\n' >> "$header"
printf '\t.section .note.GNU-stack,"",@progbits\n' >> "$assembly"
{
	printf '/* Generated from assets/; do not edit. */\n#include "generated/assets.h"\n#include <string.h>\n\n'
	cat "$forms/externs"
	printf '\nconst struct asset ASSETS[] = {\n'
	cat "$forms/rows"
	printf '};\nconst int ASSET_COUNT = %d;\n\n' "$number"
	printf 'const char *asset_path(const char *name)\n{\n\tfor (int i = 0; i < ASSET_COUNT; i++)\n'
	printf '\t\tif (strcmp(ASSETS[i].name, name) == 0)\n\t\t\treturn ASSETS[i].path;\n\treturn NULL;\n}\n'
} > "$table"
