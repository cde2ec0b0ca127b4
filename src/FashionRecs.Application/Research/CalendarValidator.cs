using System.Security;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Research;

/// <summary>Refuses a time zone that this machine does not know.</summary>
internal sealed class CalendarValidator : IValidateOptions<CalendarOptions>
{
    public ValidateOptionsResult Validate(string? name, CalendarOptions options)
    {
        try
        {
            _ = options.Zone;
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException
            or ArgumentException)
        {
            return ValidateOptionsResult.Fail(
                "The setting Calendar:TimeZone must be a time zone that this machine knows, such as Europe/Berlin, "
                + $"not '{options.TimeZone}'.");
        }
    }
}
