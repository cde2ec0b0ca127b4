using FashionRecs.Application.Shop.Photographs;
using FashionRecs.Domain.Attributes;
using Microsoft.AspNetCore.WebUtilities;

namespace FashionRecs.Web.Shop.Photographs;

/// <summary>Addresses of searches by a photograph. They hold all that was chosen, so that Back and reloading work.</summary>
internal static class PhotographAddress
{
    /// <summary>The page that asks for a photograph.</summary>
    public const string Path = "/search/photograph";

    /// <summary>Where it is sent.</summary>
    public const string Read = Path + "/read";

    /// <summary>What is found for a photograph.</summary>
    public static string Of(Guid id) => $"{Path}/{id:N}";

    /// <summary>The copy that the page shows.</summary>
    public static string Picture(Guid id) => $"{Of(id)}/picture";

    /// <summary>Where a photograph is forgotten.</summary>
    public static string Forget(Guid id) => $"{Of(id)}/forget";

    /// <summary>The same search where one attribute does not matter, or matters again.</summary>
    public static string Toggled(Guid id, PhotographChoices choices, GarmentAttribute attribute) =>
        Of(id, choices.Off.Contains(attribute) ? choices.Off.Where(other => other != attribute) : choices.Off.Append(attribute),
            choices.Wanted.Values.Where(value => value.Attribute != attribute));

    /// <summary>The same search with another value of one attribute, or as the photograph shows it where that is chosen already.</summary>
    public static string With(Guid id, PhotographChoices choices, AttributeValue value) =>
        Of(id, choices.Off.Where(other => other != value.Attribute),
            choices.Wanted.Values.Where(other => other.Attribute != value.Attribute)
                .Concat(choices.Wanted.GetValueOrDefault(value.Attribute) == value ? [] : [value]));

    /// <summary>Reads what was chosen.</summary>
    public static PhotographChoices Choices(Uri address, AttributeVocabulary vocabulary)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        return PhotographChoices.Read(vocabulary, Of("off"), Of("with"));

        IEnumerable<string?> Of(string name) =>
            query.TryGetValue(name, out var codes) ? codes.Take(vocabulary.Attributes.Count) : [];
    }

    private static string Of(Guid id, IEnumerable<GarmentAttribute> off, IEnumerable<AttributeValue> wanted) => QueryHelpers.AddQueryString(
        Of(id),
        off.OrderBy(attribute => attribute.Position).Select(attribute => KeyValuePair.Create("off", (string?)attribute.Code))
            .Concat(wanted.OrderBy(value => value.Index).Select(value => KeyValuePair.Create("with", (string?)value.FullCode()))));
}
