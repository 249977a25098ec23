# Komplettering i PowerShell. Läggs i $PROFILE: samverkan completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName samverkan -ScriptBlock {
    param($current, $line, $position)
    $elements = @($line.CommandElements | Where-Object { $_.Extent.StartOffset -lt $position } | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($current -eq '') { $count = $elements.Count + 1 } else { $count = $elements.Count }
    samverkan __complete $count @elements 2>$null | ForEach-Object {
        $word, $about = $_ -split "`t", 2
        if ($word -ne ':filer') {
            if (-not $about) { $about = $word }
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
        }
    }
}
