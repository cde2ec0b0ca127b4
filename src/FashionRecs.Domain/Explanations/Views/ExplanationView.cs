namespace FashionRecs.Domain.Explanations.Views;

/// <summary>A way of explaining a recommendation. The ranking does not depend on it.</summary>
public enum ExplanationView
{
    /// <summary>No explanation.</summary>
    None,

    /// <summary>Words only.</summary>
    Words,

    /// <summary>The region only, as a box on the picture.</summary>
    Box,

    /// <summary>The region only, as the activation map over the picture.</summary>
    Map,

    /// <summary>Box and words.</summary>
    BoxWithWords,

    /// <summary>Box, words, and every value's share of the score.</summary>
    BoxWithWordsAndShares,

    /// <summary>Why this product rather than the one the shopper hid.</summary>
    Contrast,

    /// <summary>Box and words of a value that the product truly has, drawn at random from those that are not why it is recommended. Researchers know, shoppers do not.</summary>
    Placebo,
}

/// <summary>Tells views apart.</summary>
public static class ExplanationViews
{
    /// <summary>Whether the view says in words why a product is recommended; a placebo says something else.</summary>
    public static bool SaysWhy(this ExplanationView? view) =>
        view is ExplanationView.Words or ExplanationView.BoxWithWords or ExplanationView.BoxWithWordsAndShares or ExplanationView.Contrast;
}
