#compdef samverkan
# Komplettering i zsh. Läggs i ~/.zshrc, efter compinit: eval "$(samverkan completion zsh)"
_samverkan_komplettera() {
    local rad ord about
    local -a offers
    for rad in "${(@f)$(samverkan __complete $((CURRENT - 1)) "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        if [[ $rad == ":filer" ]]; then
            _files
            return
        elif [[ -n $rad ]]; then
            ord=${rad%%$'\t'*}
            about=${rad#*$'\t'}
            offers+=("${ord//:/\\:}${about:+:$about}")
        fi
    done
    (( $#offers )) && _describe -V samverkan offers
}
compdef _samverkan_komplettera samverkan
