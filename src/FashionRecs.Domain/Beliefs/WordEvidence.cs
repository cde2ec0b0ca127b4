using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Beliefs;

/// <summary>A product's own words as evidence beside its picture. Immutable and safe to share between threads.</summary>
/// <param name="Reader">Reads them.</param>
/// <param name="Belief">How far they are trusted.</param>
public sealed record WordEvidence(ProductTextReader Reader, TextBelief Belief)
{
    /// <summary>
    /// The words and reliabilities that ship with the project; null for another vocabulary, or one that lacks what they are about.
    /// </summary>
    /// <exception cref="InvalidDataException">The shipped file is damaged.</exception>
    public static WordEvidence? Shipped(AttributeVocabulary vocabulary, TextBeliefOptions? options = null) =>
        vocabulary.Name == AttributeVocabularyFile.Default.Name
        && TextLanguagesFile.Default.Garments.Values.SelectMany(codes => codes).All(code => vocabulary.TryFind(code) is not null)
        ? new(new ProductTextReader(vocabulary, TextLanguagesFile.Default), new TextBelief(TextLanguagesFile.Default.Reliability, options))
        : null;

    /// <summary>A picture's reading joined with what the words say of the same attribute.</summary>
    public AttributeReading Join(AttributeReading picture, TextReading text, StatementRule rule)
    {
        if (Belief.Contradicts(picture.Probabilities, text))
        {
            return picture with { Statement = null, Words = text.Words, IsContradicted = true };
        }

        var belief = new AttributeBelief(picture.Attribute, Belief.Combine(picture.Probabilities, text));
        var statement = rule.Say(belief);
        var fromText = statement?.Values.All(value => Belief.RestsOnText(picture.Probabilities, text, value)) == true;
        return new AttributeReading(picture.Attribute, belief.Probabilities, picture.Region,
            fromText ? TagSource.Text : picture.Source)
        {
            RegionValue = picture.RegionValue, Statement = statement, Words = text.Words,
            FamilyRegion = picture.FamilyRegion,
        };
    }
}
