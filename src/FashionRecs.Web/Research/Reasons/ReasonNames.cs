using FashionRecs.Domain.Attributes;

namespace FashionRecs.Web.Research.Reasons;

/// <summary>What explanations have in common, as people call it.</summary>
public static class ReasonNames
{
    /// <summary>
    /// "V-neckline" for "neckline_design:V Neckline", "Neckline design" for "neckline_design"; what the vocabulary does not know (any more), and
    /// what is no value, such as "upper centre", as it was logged.
    /// </summary>
    public static string Of(AttributeVocabulary vocabulary, string about)
    {
        var code = string.Join(':', about.Split(':', 2, StringSplitOptions.TrimEntries));
        return vocabulary.TryFind(code)?.English ?? vocabulary.TryFindByFullCode(code)?.English
            ?? vocabulary.TryFindFamilyByFullCode(code)?.English ?? about.Replace('_', ' ');
    }
}
