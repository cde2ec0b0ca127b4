namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Where an explanation stands.</summary>
public enum ExplanationPlace
{
    /// <summary>One line below the picture of a card.</summary>
    Card,

    /// <summary>The product's own page, with room for a whole sentence and for every contribution.</summary>
    ProductPage,
}
