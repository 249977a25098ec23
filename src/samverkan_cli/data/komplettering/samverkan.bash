# Komplettering i bash. Läggs i ~/.bashrc: eval "$(samverkan completion bash)"
_samverkan_komplettera() {
    local rad ord=("${COMP_WORDS[@]:1:COMP_CWORD}")
    COMPREPLY=()
    while IFS= read -r rad; do
        if [[ $rad == ":filer" ]]; then
            compopt -o default 2>/dev/null
        else
            COMPREPLY+=("${rad%%$'\t'*}")
        fi
    done < <(samverkan __complete "$COMP_CWORD" "${ord[@]}" 2>/dev/null)
}
complete -F _samverkan_komplettera samverkan
