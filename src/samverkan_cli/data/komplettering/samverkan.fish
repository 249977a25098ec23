# Komplettering i fish. Läggs i ~/.config/fish/config.fish: samverkan completion fish | source
function __samverkan_komplettera
    set -l ord (commandline -opc)[2..]
    set -l current (commandline -ct)
    set -l rader (samverkan __complete (math (count $ord) + 1) $ord "$current" 2>/dev/null)
    if test "$rader[1]" = ":filer"
        __fish_complete_path "$current"
    else
        printf '%s\n' $rader
    end
end
complete -c samverkan -f -k -a '(__samverkan_komplettera)'
